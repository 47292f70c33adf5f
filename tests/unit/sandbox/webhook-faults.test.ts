import { expect, it, onTestFinished } from "vitest";
import { startReceiver } from "./receiver";
import { bookingAt, HAIRCUT, KEYS, OWNER, runSandbox } from "./running-sandbox";

async function subscribed(config = {}) {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const sandbox = await runSandbox({ appUrl: receiver.url, ...config });
  const subscribers = [{ subscriberUrl: `${receiver.url}/hook` }];
  await sandbox.steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT], subscribers });
  const starts = () => receiver.received.map(({ raw }) => JSON.parse(raw).payload.startTime.slice(11, 16));
  const book = (time: string) => sandbox.calcom("/bookings", { body: bookingAt(`2026-12-08T${time}:00Z`) });
  const disturb = (kind: string, more = {}) => sandbox.steer("/faults", { provider: "calcom", kind, ...more });
  return { ...sandbox, receiver, starts, book, disturb };
}

it("loses a webhook, and says in its log that it did", async () => {
  const { book, disturb, starts, steer } = await subscribed();
  await disturb("lost_webhook", { count: 1 });
  await book("09:00");
  await book("10:00");
  expect(starts()).toEqual(["10:00"]);
  expect((await steer("/deliveries")).body).toMatchObject([
    { status: 200, fault: null },
    { status: null, fault: "lost_webhook", event: "BOOKING_CREATED" },
  ]);
});

it("sends the same bytes twice", async () => {
  const { book, disturb, receiver } = await subscribed();
  await disturb("duplicate_webhook");
  await book("09:00");
  const [first, second, ...more] = receiver.received.map(({ raw }) => raw);
  expect([second, more]).toEqual([first, []]);
});

it("brings a late webhook after the next one, and does not hold up the answer", async () => {
  const { book, disturb, starts, steer } = await subscribed();
  await disturb("late_webhook", { count: 1, latencyMs: 60_000 });
  expect((await book("09:00")).status).toBe(201);
  await book("10:00");
  expect(starts()).toEqual(["10:00"]);
  expect((await steer("/deliveries/flush", {})).body).toEqual({ released: 1 });
  expect(starts()).toEqual(["10:00", "09:00"]);
});

it("lets a late webhook go by itself when its time has come", async () => {
  const { book, disturb, starts } = await subscribed();
  await disturb("late_webhook", { latencyMs: 40 });
  await book("09:00");
  await expect.poll(starts).toEqual(["09:00"]);
});

it("brings three webhooks in another order, each once, and the same one for the same seed", async () => {
  const orders = [];
  for (const seed of [7, 7]) {
    const { book, disturb, starts } = await subscribed({ seed });
    await disturb("shuffled_webhook", { latencyMs: 60_000 });
    for (const time of ["09:00", "10:00", "11:00"]) await book(time);
    await expect.poll(() => starts().length).toBe(3);
    orders.push(starts());
  }
  expect(orders[0]).not.toEqual(["09:00", "10:00", "11:00"]);
  expect([...(orders[0] ?? [])].sort()).toEqual(["09:00", "10:00", "11:00"]);
  expect(orders[1]).toEqual(orders[0]);
});

it("disturbs only the event that is named, and no answer that somebody waits for", async () => {
  const { book, disturb, receiver, calcom, steer } = await subscribed();
  await disturb("lost_webhook", { path: "CANCELLED" });
  const { body } = await book("09:00");
  await calcom(`/bookings/${body.data.uid}/cancel`, { body: { cancellationReason: "krank" } });
  expect(receiver.received).toHaveLength(1);
  await steer("/faults", { provider: "twilio", kind: "lost_webhook" });
  const inbound = await steer("/messages/inbound", { from: "+4915112345678", to: "+4930123456", body: "JA" });
  expect(inbound.body.status).toBe(200);
});

it("strikes the same requests again for the same seed, whatever happens elsewhere", async () => {
  const patterns = [];
  for (const noise of [0, 5]) {
    const { calcom, steer } = await subscribed();
    await steer("/seed", { seed: 42 });
    await steer("/faults", { provider: "calcom", kind: "error_500", rate: 0.5, path: "/event-types" });
    for (let asked = 0; asked < noise; asked += 1) await calcom("/me");
    const statuses = [];
    for (let asked = 0; asked < 20; asked += 1) statuses.push((await calcom("/event-types")).status);
    patterns.push(statuses);
  }
  expect(new Set(patterns[0])).toEqual(new Set([200, 500]));
  expect(patterns[1]).toEqual(patterns[0]);
});

it("takes one fault away and leaves the others", async () => {
  const { steer, disturb } = await subscribed();
  const { body: first } = await disturb("latency");
  await disturb("error_500");
  expect((await steer(`/faults/${first.id}`, undefined, "DELETE")).body).toMatchObject([{ kind: "error_500" }]);
});

it("sends an old delivery again on request, with the bytes that it had", async () => {
  const { book, receiver, steer } = await subscribed();
  await book("09:00");
  const [{ id }] = (await steer("/deliveries")).body;
  expect((await steer(`/deliveries/${id}/replay`, {})).body.status).toBe(200);
  expect(receiver.received[1]?.raw).toBe(receiver.received[0]?.raw);
  expect((await steer(`/deliveries/${id}`)).body.raw).toBe(receiver.received[0]?.raw);
  expect((await steer("/deliveries/999/replay", {})).status).toBe(404);
});

it("has a clock that can be set, stopped and let go", async () => {
  const { steer, calcom } = await subscribed({ now: () => new Date() });
  await steer("/clock", { now: "2027-03-01T09:00:00Z", isStopped: true });
  await steer("/clock", { advanceMs: 3_600_000 });
  const { body } = await calcom("/bookings", { body: bookingAt("2027-03-01T12:00:00Z") });
  expect(body.data.createdAt).toBe("2027-03-01T10:00:00.000Z");
  expect((await calcom("/bookings", { body: bookingAt("2027-03-01T09:30:00Z") })).body.error.message).toContain("past");
  await steer("/clock", undefined, "DELETE");
  const back = Date.parse((await steer("/clock")).body.now);
  expect(Math.abs(back - Date.now())).toBeLessThan(10_000);
});

it("tells of meetings that began and ended, flat and once each, when the clock has passed them", async () => {
  const { steer, book, receiver } = await subscribed();
  const { body } = await book("09:00");
  await steer("/clock", { now: "2026-12-08T10:00:00Z" });
  await steer("/clock", { advanceMs: 60_000 });
  const told = receiver.received.slice(1).map(({ raw }) => JSON.parse(raw));
  expect(told.map(({ triggerEvent }) => triggerEvent)).toEqual(["MEETING_STARTED", "MEETING_ENDED"]);
  expect(told[1]).toMatchObject({ uid: body.data.uid, status: "ACCEPTED", createdAt: body.data.createdAt });
  expect(told[1]).not.toHaveProperty("payload");
});

it("sends any webhook at all, forged ones too, and the test of the button over there", async () => {
  const { steer, receiver } = await subscribed();
  await steer("/calcom/webhooks", { trigger: "BOOKING_UPDATED", payload: { uid: "u1" } });
  await steer("/calcom/webhooks", { trigger: "BOOKING_UPDATED", payload: { uid: "u1" }, secret: "guessed" });
  await steer("/calcom/ping", {});
  const [honest, forged, ping] = receiver.received;
  expect(JSON.parse(honest?.raw ?? "")).toMatchObject({ triggerEvent: "BOOKING_UPDATED", payload: { uid: "u1" } });
  expect(forged?.headers["x-cal-signature-256"]).not.toBe(honest?.headers["x-cal-signature-256"]);
  expect(JSON.parse(ping?.raw ?? "")).toMatchObject({ triggerEvent: "PING", payload: { type: "Test" } });
});

it("revokes a key and takes it back", async () => {
  const { steer, calcom } = await subscribed();
  await steer("/calcom/keys", { apiKey: KEYS.calcomApiKeys[0] });
  expect((await calcom("/me")).status).toBe(401);
  await steer("/calcom/keys", { apiKey: KEYS.calcomApiKeys[0], isRevoked: false });
  expect((await calcom("/me")).status).toBe(200);
});
