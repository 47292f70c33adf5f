import { beforeEach, describe, expect, it } from "vitest";
import { addDays, fromWall, MINUTE, toLocal, weekdayOf } from "@/server/core/time";
import { restAs } from "../../support/rest-requests";
import { type ConnectedCompany, createConnectedCompany, standing, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere } from "./inbound-deliveries";

withSandbox({ now: () => new Date() });
let ours: ConnectedCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
beforeEach(async () => {
  ours = await createConnectedCompany();
  ask = await restAs(ours.company.owner);
});

/** A program asks in real time: a day of the coming week on which the shop is open. */
function soon(): Date {
  const today = toLocal("Europe/Berlin", Date.now()).date;
  const day = addDays(today, weekdayOf(addDays(today, 2)) === 0 ? 3 : 2);
  return new Date(fromWall("Europe/Berlin", day, 11 * 60));
}

describe("both sides, by a program", () => {
  it("are compared and brought together, in the words of the API", async () => {
    const at = soon();
    await bookThere(ours, { at });
    const found = await ask("POST /api/v2/calcom/detect-drift");
    expect([found.status, found.body]).toEqual([
      200,
      {
        ...{ drift_detected: true, total_appointments: 0, drifted_appointments: 1 },
        details: [
          { appointment_id: null, issue: "missing_in_platform", platform_time: null, calcom_time: at.toISOString() },
        ],
      },
    ]);
    expect(await appointmentsOf(ours)).toEqual([]);

    const resolved = await ask("POST /api/v2/calcom/auto-resolve", { body: { strategy: "calcom_wins" } });
    expect([resolved.status, resolved.body]).toEqual([200, { success: true, resolved_count: 1, failed_count: 0 }]);
    expect(await appointmentsOf(ours)).toMatchObject([{ startsAt: at, status: "confirmed", source: "calcom" }]);
    expect((await ask("POST /api/v2/calcom/detect-drift")).body).toMatchObject({
      ...{ drift_detected: false, total_appointments: 1, drifted_appointments: 0, details: [] },
    });
    expect(await standing(ours)).toHaveLength(1);
  });

  it("are not brought together by a strategy that there is not", async () => {
    for (const strategy of ["whoever_shouts", null, 7]) {
      const refused = await ask("POST /api/v2/calcom/auto-resolve", { body: { strategy } });
      expect([refused.status, refused.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    }
  });

  it("have the same event types once these are pushed, and what could not be is named", async () => {
    const { status, body } = await ask("POST /api/v2/calcom/push-event-types");
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      ["errors", "event_types_created", "event_types_unchanged", "event_types_updated", "success"].sort(),
    );
    const { event_types_created: made, event_types_updated: changed, event_types_unchanged: same, errors } = body;
    expect([made + changed + same + errors.length, body.success]).toEqual([2, errors.length === 0]);
  });

  it.each([
    ["push-event-types", 10, 5],
    ["detect-drift", 30, 1],
  ])("are asked for so often and no more: %s", async (operation, most, minutes) => {
    const { headers } = await ask(`POST /api/v2/calcom/${operation}`);
    expect(Number(headers.get("x-ratelimit-limit"))).toBe(most);
    const resetsInMs = Number(headers.get("x-ratelimit-reset")) * 1000 - Date.now();
    expect(resetsInMs).toBeLessThanOrEqual((minutes + 1) * MINUTE);
  });

  it("are nobody else's business", async () => {
    const stranger = await restAs((await createConnectedCompany()).company.owner);
    await bookThere(ours, { at: soon() });
    expect((await stranger("POST /api/v2/calcom/detect-drift")).body).toMatchObject({ drift_detected: false });
  });
});
