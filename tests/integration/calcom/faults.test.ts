import { beforeEach, describe, expect, it } from "vitest";
import { createCalcom } from "@/server/calcom/adapters/calcom";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { listIntegrations } from "@/server/integrations/queries/list-integrations";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  steer,
  there,
  withSandbox,
} from "./connected-company";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const UNAVAILABLE = { code: "INTEGRATION_UNAVAILABLE" };
const afterSeconds = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const push = (appointmentId: string, now?: Date) => pushAppointment(jobFor(ours, now), { appointmentId });
const pushLast = (appointmentId: string) => pushAppointment(jobFor(ours), { appointmentId, isLastTry: true });
const fail = (count?: number) => steer("/faults", { provider: "calcom", kind: "error_500", count });

/** As many failures as open the circuit. */
async function failFiveTimes(): Promise<string[]> {
  await fail();
  const appointmentIds: string[] = [];
  for (const hour of [9, 10, 11, 12, 13]) {
    const appointmentId = await book(ours, { startsAt: wednesdayAt(hour) });
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    appointmentIds.push(appointmentId);
  }
  return appointmentIds;
}

describe("a fault over there", () => {
  it("is shown while it is tried again, and forgotten afterwards", async () => {
    const appointmentId = await book(ours);
    await fail(1);
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    expect(await appointmentRow(appointmentId)).toMatchObject({
      status: "confirmed",
      calcomSyncStatus: "pending",
      calcomSyncError: "Internal server error",
    });
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(1);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncError: null });
  });

  it("has failed visibly after the last try", async () => {
    const appointmentId = await book(ours);
    await fail(1);
    await expect(pushLast(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed" });
  });

  it("opens the circuit: no calls for 30 seconds, then one that closes it", async () => {
    await failFiveTimes();
    expect(await listIntegrations(ownerOf(ours.company))).toMatchObject([
      { provider: "calcom", status: "degraded", errorCount: 5, circuit: "open", lastError: "Internal server error" },
    ]);
    await steer("/faults", undefined, "DELETE");
    const sixth = await book(ours, { startsAt: wednesdayAt(14) });
    expect(await push(sixth, afterSeconds(10))).toMatchObject({ state: "waiting", seconds: 20 });
    expect(await there(ours)).toEqual([]);
    expect(await push(sixth, afterSeconds(31))).toEqual({ state: "synced" });
    expect(await listIntegrations(ownerOf(ours.company))).toMatchObject([
      { status: "connected", errorCount: 0, circuit: "closed", lastError: null },
    ]);
  });

  it("has failed when the circuit is still open at the last try", async () => {
    const [appointmentId = ""] = await failFiveTimes();
    expect(await pushLast(appointmentId)).toMatchObject({ state: "failed" });
  });

  it("does not concern another company", async () => {
    await failFiveTimes();
    await steer("/faults", undefined, "DELETE");
    const theirs = await createConnectedCompany();
    const appointmentId = await book(theirs);
    expect(await pushAppointment(jobFor(theirs), { appointmentId })).toEqual({ state: "synced" });
  });

  it("waits for as long as a limit lasts, without a fault", async () => {
    await steer("/faults", { provider: "calcom", kind: "rate_limit", count: 1 });
    const appointmentId = await book(ours);
    expect(await push(appointmentId)).toMatchObject({ state: "waiting", seconds: expect.any(Number) });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "pending" });
    expect(await push(appointmentId)).toMatchObject({ state: "waiting" });
    expect(await push(appointmentId, afterSeconds(120))).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(1);
  });

  it("of a read is tried again at once", async () => {
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "GET", count: 2 });
    expect(await createCalcom({ apiKey: ours.apiKey }).me()).toMatchObject({ email: expect.any(String) });
  });
});
