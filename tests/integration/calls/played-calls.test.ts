import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming } from "../../support/coming-days";
import { processCallEvents } from "../../support/process-calls";
import { startProviders } from "../../support/providers";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { openTelephoneDoor } from "../../support/telephone-door";

let salon: SalonLine;
let door: Awaited<ReturnType<typeof openTelephoneDoor>>;
let sandbox: Awaited<ReturnType<typeof startProviders>>;

beforeAll(async () => {
  door = await openTelephoneDoor();
  sandbox = await startProviders({ appUrl: door.url });
});
afterAll(async () => {
  await sandbox.stop();
  await door.close();
});

beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const appointments = () =>
  platformClient().appointment.findMany({ where: ours(), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

interface Step {
  function: string;
  status: number;
  answer: { status: string; say: string };
}

async function play(
  scenario: string,
  order: Record<string, unknown> = {},
): Promise<{ call_id: string; steps: Step[] }> {
  const { toNumber, retellAgentId } = salon.company;
  const parties = { to_number: toNumber, agent_id: retellAgentId, from_number: salon.number };
  const body = JSON.stringify({ scenario, ...parties, ...order });
  const response = await fetch(`${sandbox.url}/_/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  if (!response.ok) throw new Error(await response.text());
  await processCallEvents(salon.company);
  return response.json();
}

const statuses = ({ steps }: { steps: Step[] }) => steps.map(({ function: name, answer }) => [name, answer.status]);
const theCall = () =>
  platformClient().call.findFirstOrThrow({ where: ours(), orderBy: [{ createdAt: "desc" }, { id: "desc" }] });

describe("a whole call", () => {
  it("becomes an appointment, and a call that tells of it", async () => {
    const played = await play("book");
    expect(statuses(played)).toEqual([
      ["check-customer", "ok"],
      ["check-availability", "ok"],
      ["book-appointment", "ok"],
    ]);
    expect(await appointments()).toMatchObject([{ customerId: salon.anna.id, source: "phone", status: "confirmed" }]);
    expect(await theCall()).toMatchObject({
      retellCallId: played.call_id,
      status: "ended",
      outcome: "booked",
      isAppointmentMade: true,
      customerId: salon.anna.id,
      sentiment: "positive",
      disconnectionReason: "user_hangup",
      summary: expect.stringContaining("gebucht"),
    });
    expect(Number((await theCall()).providerCost)).toBeGreaterThan(0);
    expect(await platformClient().callbackRequest.count({ where: ours() })).toBe(0);
  });

  it("from a hidden number becomes an appointment too", async () => {
    await play("book", { from_number: null, values: { customer_name: "Eva Stern", customer_phone: "030 23125030" } });
    expect(await appointments()).toHaveLength(1);
    expect((await appointments())[0]?.customerId).not.toBe(salon.anna.id);
  });

  it("takes another time when somebody was quicker", async () => {
    const played = await play("book_taken");
    expect(statuses(played).at(-1)).toEqual(["book-appointment", "ok"]);
    const [first, second, ...more] = await appointments();
    expect(more).toEqual([]);
    expect(first?.startsAt).not.toEqual(second?.startsAt);
  });

  it.each([
    ["cancel", "cancelled", { status: "cancelled" }],
    ["reschedule", "rescheduled", { status: "confirmed", moveCount: 1 }],
  ])("to %s ends as %s", async (scenario, outcome, appointment) => {
    const { company, anna, cut, julia } = salon;
    await platformClient().company.update({
      where: { id: company.companyId },
      data: { settings: { verification: "none" } },
    });
    const wish = {
      customerId: anna.id,
      branchId: company.branchId,
      serviceId: cut.id,
      staffId: julia.id,
      startsAt: at(coming(3), 9),
    };
    await bookAppointment(ownerOf(company, new Date()), { ...wish, source: "portal" });
    await play(scenario);
    expect(await theCall()).toMatchObject({ outcome });
    expect(await appointments()).toMatchObject([appointment]);
  });

  it("for a person ends with a callback", async () => {
    await play("callback");
    expect(await theCall()).toMatchObject({ outcome: "callback" });
    expect(await platformClient().callbackRequest.findMany({ where: ours() })).toMatchObject([
      { phone: salon.number, name: "Anna Schneider" },
    ]);
  });

  it("with questions only ends as information", async () => {
    await play("info");
    expect(await theCall()).toMatchObject({ outcome: "info" });
  });
});
