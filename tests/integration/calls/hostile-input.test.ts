import { beforeAll, describe, expect, it } from "vitest";
import { applyCallEvent } from "@/server/calls/commands/apply-call-event";
import { functionArgs, functionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { jobOf } from "../../support/actors";
import { coming, iso } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { type Answer, ask, askRaw, ringing, sendRaw } from "../../support/telephone";

const seed = Number(process.env.FUZZ_SEED ?? 0);
let salon: SalonLine;
let others: SalonLine;

beforeAll(async () => {
  salon = await createSalonLine();
  others = await createSalonLine();
});

const aCall = (overrides = {}) => ringing(salon.company, overrides);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

const ODD_VALUES: unknown[] = [
  ...[null, 0, -1, 1e300, true, "", " ", "x".repeat(5000), [], ["a", 1], {}, { a: { b: 1 } }],
  ...["\u0000", "\ud800", "'; DROP TABLE calls; --", "%_%", "$.** ? (1 == 1)", "٣٤٥", "🙂".repeat(300)],
  ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2027-02-30 10:00", "2027-03-28T02:30"],
];

/**
 * Every third value, others for the next argument and the next function: each argument meets each value in some function, each
 * function meets each of them in some argument. Which third, the seed says.
 */
const oddValuesFor = (name: (typeof functionName.options)[number], position: number) =>
  ODD_VALUES.filter((_, at) => (at + position + functionName.options.indexOf(name) + seed) % 3 === 0);

describe("a function", () => {
  it.each(functionName.options)("%s has a sentence for odd values of every argument", async (name) => {
    const odd: Answer[] = [];
    for (const [position, field] of Object.keys(functionArgs.shape).entries()) {
      const call = aCall({ from_number: "anonymous" });
      for (const value of oddValuesFor(name, position)) {
        const answer = await ask(name, call, { service: "Massage", [field]: value });
        if (answer.status === "error" || !answer.say) odd.push({ field, value, answer });
      }
    }
    expect(odd).toEqual([]);
  });

  it.each([
    ["numbers without end", `{"service":1e400,"name":1e200000}`],
    ["lists of lists", `{"services":[[["a"]]],"service":{"service":{}}}`],
    ["a prototype", `{"__proto__":{"service":"x"},"constructor":"x"}`],
    ["a text", `"x"`],
    ["a list", `["x"]`],
    ["ten thousand services", JSON.stringify({ services: Array(10_000).fill("Massage") })],
  ])("asks when its arguments are %s", async (_what, args) => {
    const response = await askRaw("check-availability", `{"call":${JSON.stringify(aCall())},"args":${args}}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "needs_input" });
  });

  it.each(["", "null", "[]", '"x"', "17", "[{}]", nested(200_000), `{"args":${nested(101)}}`])(
    "does not take %.20s for a request",
    async (raw) => {
      const response = await askRaw("company-info", raw);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
    },
  );

  it.each([{ call_id: "" }, { call_id: 17 }, { call_id: "x".repeat(5000) }])(
    "is about no call without its id: %.40s",
    async (overrides) => {
      const call = { ...aCall(), ...overrides } as ReturnType<typeof aCall>;
      expect(await ask("company-info", call)).toMatchObject({ reason: "missing_call_id", status: "not_allowed" });
    },
  );

  it.each(["anonymous", "Anonymous", "", "+0000", "unknown", null, "x".repeat(3000)])(
    "takes %.20s for a hidden number, and nobody for its owner",
    async (from) => {
      const call = aCall({ from_number: from as string });
      expect(await ask("check-customer", call)).toMatchObject({ status: "ok", customer_found: false });
      const booking = { service: "Massage", starts_at: iso(coming(2), 10), customer_name: "Ada Lovelace" };
      expect(await ask("book-appointment", call, booking)).toMatchObject({ missing: ["customer_phone"] });
    },
  );

  it("takes no id of another company, whatever it names", async () => {
    const before = await countsOf(others);
    const [branchId, serviceId, staffId] = [others.company.branchId, others.massage.id, others.julia.id];
    const booked = await ask("book-appointment", others.call, { service: "Massage", starts_at: iso(coming(3), 10) });
    const offer = await ask("check-availability", others.call, { service: "Massage", date: coming(2) });
    const theirs = {
      ...{ branch_id: branchId, branch: branchId, service_id: serviceId, service: serviceId },
      ...{ staff_id: staffId, staff: staffId, customer_id: others.anna.id, appointment_id: booked.appointment_id },
      slot_id: (offer.slots ?? offer.next_available_slots)[0].slot_id,
    };
    const secrets = Object.values(theirs);
    for (const name of functionName.options)
      for (const [field, value] of Object.entries(theirs)) {
        const rest = { service: "Massage", starts_at: iso(coming(4), 12), reason: "x", confirm: true };
        const args = { ...rest, [field]: value, ...(field === "slot_id" && { starts_at: undefined }) };
        const answer = await ask(name, aCall({ from_number: salon.number }), args);
        expect(answer.status, `${name} with their ${field}`).not.toBe("error");
        for (const secret of secrets) expect(JSON.stringify(answer)).not.toContain(secret);
      }
    expect(await countsOf(others)).toMatchObject({
      appointments: before.appointments + 1,
      customers: before.customers,
    });
    expect(await platformClient().appointment.count({ where: { ...of(others), status: "cancelled" } })).toBe(0);
  });

  it("tells nothing of another company's call, whose id it is given", async () => {
    await ask("check-customer", others.call);
    const callOf = ({ company: { companyId } }: typeof salon) =>
      platformClient().call.findFirst({ where: { companyId, retellCallId: others.call.call_id } });
    const theirs = await callOf(others);
    const answer = await ask("check-customer", { ...salon.call, call_id: others.call.call_id });
    for (const { id } of [others.anna, theirs ?? others.anna]) expect(JSON.stringify(answer)).not.toContain(id);
    // An id is one within a company: with ours it is another call, and theirs stays as it was.
    expect(await callOf(others)).toEqual(theirs);
    expect((await callOf(salon))?.id).not.toBe(theirs?.id);
  });

  it("promises one callback, though it is asked for twenty times at once", async () => {
    const call = aCall();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("request-callback", call, { reason: "x" })));
    expect(new Set(answers.map(({ callback_id }) => callback_id)).size).toBe(1);
  });
});

describe("a webhook", () => {
  const event = (call: unknown, name = "call_ended") => JSON.stringify({ event: name, call });

  it.each([
    ["half a character", event(aRinging({ transcript: "User: Danke \ud83d" }))],
    ["a name with half a character", event(aRinging(), "x\ud83d")],
    ["a number without end", event(aRinging()).replace(/}}$/, ',"n":1e200000}}')],
    ["times that never were", event(aRinging({ start_timestamp: 8e15, end_timestamp: 8.1e15, duration_ms: 1e300 }))],
    ["a cost that nobody paid", event(aRinging({ call_cost: { combined_cost: 1e30 }, agent_version: 1e12 }))],
    ["a number that is none", event(aRinging({ from_number: "4".repeat(3000) }))],
  ])("with %s is taken, and its job ends", async (_what, raw) => {
    const own = raw.replaceAll("+490000000000", salon.company.toNumber);
    expect((await sendRaw(own)).status).toBe(200);
    await workOff();
    expect(await platformClient().webhookLog.count({ where: { ...of(salon), status: "received" } })).toBe(0);
  });

  it.each([
    "",
    "[]",
    "null",
    "{}",
    `{"event":17}`,
    `{"event":"call_ended","call":{}}`,
    `{"event":"x","y":${nested(500)}}`,
  ])("that tells nothing is refused: %.30s", async (raw) => {
    const response = await sendRaw(raw);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
  });
});

const of = ({ company: { companyId } }: SalonLine) => ({ companyId });

async function countsOf(line: SalonLine) {
  const [appointments, customers] = await Promise.all([
    platformClient().appointment.count({ where: of(line) }),
    platformClient().customer.count({ where: of(line) }),
  ]);
  return { appointments, customers };
}

/** Before the salon is there: its number is put in later. */
function aRinging(overrides: Record<string, unknown> = {}) {
  const call_id = `call_${Math.random().toString(36).slice(2)}`;
  return { call_id, direction: "inbound", from_number: "+493023125555", to_number: "+490000000000", ...overrides };
}

async function workOff(): Promise<void> {
  const events = await platformClient().outboxEvent.findMany({
    where: { ...of(salon), name: "retell/webhook.received" },
  });
  for (const { payload } of events)
    await applyCallEvent(
      jobOf(salon.company, "process-retell-webhook", new Date()),
      payload as unknown as Parameters<typeof applyCallEvent>[1],
    );
  await platformClient().webhookLog.updateMany({
    where: { ...of(salon), status: "received", NOT: { eventType: { startsWith: "call_" } } },
    data: { status: "processed" },
  });
}
