import Retell from "retell-sdk";
import { expect, it, onTestFinished } from "vitest";
import { type Received, startReceiver } from "./receiver";
import { KEYS, runSandbox } from "./running-sandbox";

const SLOT = {
  slot_id: "s1",
  starts_at: "2026-12-10T14:30:00+01:00",
  date: "2026-12-10",
  time: "14:30",
  staff_id: "st1",
};
const LINE = { name: "Salon", phone_number: "+4930123456", agent_id: "agent_salon" };

type Answers = Record<string, object | object[]>;

/** A product that answers functions from a table; a list is answered one by one. */
async function line(answers: Answers = {}, config = {}) {
  const left = structuredClone(answers);
  const receiver = await startReceiver(({ path, raw }) => {
    const event = JSON.parse(raw).event as string | undefined;
    const answer = left[event ?? path.replace("/api/retell/", "")];
    return { body: Array.isArray(answer) ? answer.shift() : (answer ?? { success: false, status: "error" }) };
  });
  onTestFinished(() => receiver.stop());
  const sandbox = await runSandbox({ appUrl: receiver.url, now: () => new Date(), ...config });
  await sandbox.steer("/retell/seed", { lines: [LINE] });
  const retell = new Retell({ apiKey: KEYS.retellApiKey, baseURL: `${sandbox.url}/retell`, maxRetries: 0 });
  const name = ({ path, raw }: Received) => JSON.parse(raw).event ?? path;
  return { ...sandbox, receiver, retell, sequence: () => receiver.received.map(name) };
}

const BOOKING: Answers = {
  "check-customer": { success: true, customer_found: false, say: "Willkommen." },
  "check-availability": { success: true, available: true, slot: SLOT, say: "Am Donnerstag um halb drei ist frei." },
  "book-appointment": { success: true, appointment_id: "a1", say: "Der Termin ist eingetragen." },
};

it("plays a booking as the vendor would: every message in its order, signed, with the caller's words", async () => {
  const { steer, receiver, sequence } = await line(BOOKING);
  const { status, body } = await steer("/calls", { scenario: "book", from_number: "+4915112345678" });
  expect(status).toBe(200);
  expect(sequence()).toEqual([
    "call_inbound",
    "call_started",
    "/api/retell/check-customer",
    "/api/retell/check-availability",
    "/api/retell/book-appointment",
    "call_ended",
    "call_analyzed",
  ]);
  for (const { raw, headers } of receiver.received) {
    expect(await Retell.verify(raw, KEYS.retellApiKey, String(headers["x-retell-signature"]))).toBe(true);
  }
  const asked = body.steps.map((step: { function: string; arguments: object }) => [step.function, step.arguments]);
  expect(asked).toEqual([
    ["check-customer", { phone_number: "+4915112345678" }],
    ["check-availability", { service: "Damenhaarschnitt", wish: "nächsten Donnerstag Nachmittag" }],
    ["book-appointment", { slot_id: "s1", customer_name: "Anna Schneider" }],
  ]);
  expect(body.transcript).toContain("Agent: Am Donnerstag um halb drei ist frei.\nUser: Ja, der passt mir gut.\n");
});

it("sends the call object of each stage: bare, ended without analysis, analysed", async () => {
  const { steer, receiver, retell } = await line(BOOKING);
  const { body } = await steer("/calls", {});
  const calls = Object.fromEntries(
    receiver.received.map(({ raw }) => [JSON.parse(raw).event ?? JSON.parse(raw).name, JSON.parse(raw).call]),
  );
  expect(calls.call_started).toMatchObject({ call_id: body.call_id, call_status: "ongoing", direction: "inbound" });
  expect(calls.call_started).not.toHaveProperty("transcript");
  expect(calls["book-appointment"]).toMatchObject({
    call_id: body.call_id,
    call_status: "ongoing",
    to_number: LINE.phone_number,
  });
  expect(calls.call_ended).not.toHaveProperty("call_analysis");
  const { start_timestamp, end_timestamp, duration_ms, call_cost } = calls.call_ended;
  expect(end_timestamp - start_timestamp).toBe(duration_ms);
  expect(call_cost.total_duration_seconds).toBe(Math.ceil(duration_ms / 1000));
  expect(calls.call_analyzed.call_analysis).toMatchObject({ call_successful: true, user_sentiment: "Positive" });
  expect(await retell.call.retrieve(body.call_id)).toEqual(calls.call_analyzed);
  const listed = await retell.call.list({
    filter_criteria: { call_id: { type: "string", op: "eq", value: body.call_id } },
  });
  expect(listed.items).toMatchObject([{ call_id: body.call_id, disconnection_reason: "user_hangup" }]);
  expect(listed.items[0]).not.toHaveProperty("transcript");
});

it("spreads words over the call in seconds, never backwards", async () => {
  const { steer, retell } = await line(BOOKING);
  const { body } = await steer("/calls", {});
  const call = await retell.call.retrieve(body.call_id);
  const times = (call.transcript_object ?? []).flatMap(({ words }) =>
    words.flatMap(({ start = 0, end = 0 }) => [start, end]),
  );
  expect(times.length).toBeGreaterThan(40);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect((times.at(-1) ?? 0) * 1000).toBeLessThanOrEqual(call.duration_ms ?? 0);
});

it("takes an alternative when somebody was quicker", async () => {
  const conflict = {
    success: false,
    status: "conflict",
    next_available_slots: [{ ...SLOT, slot_id: "s2" }],
    say: "Gerade vergeben.",
  };
  const booked = { success: true, appointment_id: "a2", say: "Eingetragen." };
  const { steer } = await line({ ...BOOKING, "book-appointment": [conflict, booked] });
  const { body } = await steer("/calls", {});
  expect(body.steps.map((step: { arguments: { slot_id?: string } }) => step.arguments.slot_id).filter(Boolean)).toEqual(
    ["s1", "s2"],
  );
});

it("lets another caller book first, and asks for exactly that time", async () => {
  const { steer } = await line(BOOKING);
  const { body } = await steer("/calls", { scenario: "book_taken" });
  const { body: before } = await steer(`/calls/${body.before_call_id}`);
  expect(before).toMatchObject({ scenario: "book", from_number: "+4915735990001", status: "ended" });
  expect(body.steps[1].arguments).toEqual({
    service: "Damenhaarschnitt",
    date: "2026-12-10",
    time: "14:30",
    staff: "st1",
  });
});

it("hides the number when there is none, and says one instead", async () => {
  const { steer } = await line(BOOKING);
  const { body } = await steer("/calls", { from_number: null });
  expect(body.from_number).toBe("anonymous");
  expect(body.steps[0].arguments).toEqual({});
  expect(body.steps[2].arguments).toMatchObject({ customer_phone: "0171 5550123" });
});

it("reads the code from the text message, then says yes", async () => {
  const { steer, url } = await line({
    "check-customer": { success: true, customer_found: true, customer_name: "Berta Kundin" },
    "find-appointments": { success: true, appointments: [{ appointment_id: "a1" }], say: "Am Donnerstag." },
    "cancel-appointment": [
      { success: false, status: "needs_input", needs: ["code"], say: "Ich habe Ihnen einen Code geschickt." },
      { success: false, status: "needs_input", needs_confirmation: true, say: "Es fällt eine Gebühr an." },
      { success: true, say: "Abgesagt." },
    ],
  });
  const from_number = "+4915112345678";
  const played = steer("/calls", { scenario: "cancel", from_number });
  const authorization = `Basic ${btoa(`${KEYS.twilioAccountSid}:${KEYS.twilioAuthToken}`)}`;
  const form = new URLSearchParams({ To: from_number, From: "Salon", Body: "Ihr Code: 4711" });
  await fetch(`${url}/twilio/2010-04-01/Accounts/${KEYS.twilioAccountSid}/Messages.json`, {
    method: "POST",
    headers: { authorization },
    body: form,
  });
  const { body } = await played;
  const asked = body.steps.slice(2).map((step: { arguments: object }) => step.arguments);
  const reason = "Mir ist leider etwas dazwischengekommen";
  expect(asked).toEqual([
    { appointment_id: "a1", reason },
    { appointment_id: "a1", reason, code: "4711" },
    { appointment_id: "a1", reason, code: "4711", confirm: true },
  ]);
});

it("plays a script of one's own, with values of earlier answers", async () => {
  const { steer } = await line(BOOKING);
  const script = [
    { user: "Haben Sie {{values.wish}} etwas frei?" },
    { function: "check-availability", arguments: { service: "Bart", wish: "$values.wish" }, as: "check" },
    { agent: "$check.say" },
    { function: "book-appointment", arguments: { slot_id: "$check.slot.slot_id", customer_name: "Carl" } },
  ];
  const { body } = await steer("/calls", { script, values: { wish: "morgen" } });
  expect(body.steps.map((step: { arguments: object }) => step.arguments)).toEqual([
    { service: "Bart", wish: "morgen" },
    { slot_id: "s1", customer_name: "Carl" },
  ]);
  expect(body.transcript).toBe("User: Haben Sie morgen etwas frei?\nAgent: Am Donnerstag um halb drei ist frei.\n");
});

it("makes no call object when the product rejects the caller", async () => {
  const { steer, sequence, retell } = await line({ call_inbound: { call_inbound: { reject: true } } });
  const { body } = await steer("/calls", {});
  expect(body.status).toBe("rejected");
  expect(sequence()).toEqual(["call_inbound"]);
  await expect(retell.call.retrieve(body.call_id)).rejects.toBeInstanceOf(Retell.UnprocessableEntityError);
});

it("hands the product's variables over to the agent", async () => {
  const { steer, retell } = await line({
    ...BOOKING,
    call_inbound: { call_inbound: { dynamic_variables: { company_name: "Salon Berg" }, metadata: { tenant: "t1" } } },
  });
  const { body } = await steer("/calls", {});
  expect(body.transcript).toContain("Assistenten von Salon Berg");
  expect((await retell.call.retrieve(body.call_id)).metadata).toEqual({ tenant: "t1" });
});

it("ends when it is stopped from outside, and says so", async () => {
  const { steer, retell, sequence } = await line(BOOKING);
  const { status, body } = await steer("/calls", { delayMs: 100, wait: false });
  expect(status).toBe(202);
  await expect.poll(() => sequence()).toContain("call_started");
  await retell.call.stop(body.call_id);
  await expect.poll(async () => (await steer(`/calls/${body.call_id}`)).body.status).toBe("ended");
  expect(sequence()).not.toContain("/api/retell/book-appointment");
  expect((await retell.call.retrieve(body.call_id)).disconnection_reason).toBe("manual_stopped");
});

it("goes on talking when the product cannot be reached", async () => {
  const { steer } = await runSandbox({ now: () => new Date() });
  await steer("/retell/seed", { lines: [LINE] });
  const { body } = await steer("/calls", { scenario: "info", wait: false });
  await expect.poll(async () => (await steer(`/calls/${body.call_id}`)).body.summary).not.toBeNull();
  const call = (await steer(`/calls/${body.call_id}`)).body;
  expect(call.steps[0]).toMatchObject({ function: "company-info", status: null });
  expect(call.transcript).toContain("Ich lasse Sie gern zurückrufen.");
});
