import { createHmac } from "node:crypto";
import { expect, it, onTestFinished } from "vitest";
import { type Received, startReceiver } from "./receiver";
import { bookingAt, HAIRCUT, KEYS, OWNER, runSandbox } from "./running-sandbox";

const TEN = "2026-12-08T09:00:00Z";
const ELEVEN = "2026-12-08T10:00:00Z";

async function subscribed(status = 200) {
  const receiver = await startReceiver(() => ({ status }));
  onTestFinished(() => receiver.stop());
  const sandbox = await runSandbox({ appUrl: receiver.url });
  const subscribers = [{ subscriberUrl: `${receiver.url}/webhooks/calcom/c1` }];
  await sandbox.steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT], subscribers });
  return { ...sandbox, receiver, events: () => receiver.received.map(({ raw }) => JSON.parse(raw)) };
}

function isSigned({ raw, headers }: Received, secret: string): boolean {
  return headers["x-cal-signature-256"] === createHmac("sha256", secret).update(raw).digest("hex");
}

it("tells of a booking before it answers, signed over the raw body, with our metadata", async () => {
  const { calcom, receiver, events } = await subscribed();
  const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
  const [received] = receiver.received;
  expect(received?.path).toBe("/webhooks/calcom/c1");
  expect(received && isSigned(received, KEYS.calcomWebhookSecret)).toBe(true);
  expect(events()[0]).toMatchObject({
    triggerEvent: "BOOKING_CREATED",
    payload: { uid: body.data.uid, startTime: TEN, length: 30, status: "ACCEPTED", metadata: { appointmentId: "a-1" } },
  });
});

it("tells of a move under the new uid, and of no cancellation of the old one", async () => {
  const { calcom, events } = await subscribed();
  const { body: old } = await calcom("/bookings", { body: bookingAt(TEN) });
  const { body: moved } = await calcom(`/bookings/${old.data.uid}/reschedule`, { body: { start: ELEVEN } });
  expect(events().map(({ triggerEvent }) => triggerEvent)).toEqual(["BOOKING_CREATED", "BOOKING_RESCHEDULED"]);
  expect(events()[1].payload).toMatchObject({
    uid: moved.data.uid,
    rescheduleUid: old.data.uid,
    rescheduleId: old.data.id,
    rescheduleStartTime: TEN,
    metadata: { appointmentId: "a-1" },
  });
});

it("leaves the metadata out of a cancellation", async () => {
  const { calcom, events } = await subscribed();
  const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
  await calcom(`/bookings/${body.data.uid}/cancel`, { body: { cancellationReason: "krank" } });
  expect(events()[1]).toMatchObject({
    triggerEvent: "BOOKING_CANCELLED",
    payload: { cancellationReason: "krank", status: "CANCELLED" },
  });
  expect(events()[1].payload).not.toHaveProperty("metadata");
});

it("loses our metadata when somebody over there moves or confirms", async () => {
  const { calcom, steer, events } = await subscribed();
  const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
  const moved = await steer(`/bookings/${body.data.uid}/reschedule`, { start: ELEVEN });
  expect(moved.body.metadata).toEqual({ appointmentId: "a-1" });
  expect(events()[1]).toMatchObject({ triggerEvent: "BOOKING_RESCHEDULED", payload: { rescheduleUid: body.data.uid } });
  expect(events()[1].payload).not.toHaveProperty("metadata");
});

it("tells once and never again, whatever the answer", async () => {
  const { calcom, receiver } = await subscribed(500);
  expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(201);
  expect(receiver.received).toHaveLength(1);
});

it("tells only subscribers of that account, and only of what they asked for", async () => {
  const { calcom, receiver, steer } = await subscribed();
  await steer("/calcom/seed", {
    apiKey: KEYS.calcomApiKeys[1],
    subscribers: [{ subscriberUrl: `${receiver.url}/other-company` }],
  });
  const onlyCancelled = { subscriberUrl: `${receiver.url}/cancelled`, triggers: ["BOOKING_CANCELLED"], active: true };
  const { status, body } = await calcom("/webhooks", { body: onlyCancelled });
  expect(status).toBe(201);
  const booking = await calcom("/bookings", { body: bookingAt(TEN) });
  await calcom(`/bookings/${booking.body.data.uid}/cancel`, { body: { cancellationReason: "krank" } });
  expect(receiver.received.map(({ path }) => path).sort()).toEqual([
    "/cancelled",
    "/webhooks/calcom/c1",
    "/webhooks/calcom/c1",
  ]);
  const unsigned = receiver.received.find(({ path }) => path === "/cancelled");
  expect(unsigned?.headers["x-cal-signature-256"]).toBe("no-secret-provided");
  expect((await calcom("/webhooks", { body: onlyCancelled })).status).toBe(409);
  expect((await calcom(`/webhooks/${body.data.id}`, { method: "DELETE" })).status).toBe(200);
});

it("refuses triggers that do not exist", async () => {
  const { calcom, receiver } = await subscribed();
  const webhook = { subscriberUrl: receiver.url, triggers: ["BOOKING_CONFIRMED"], active: true };
  expect((await calcom("/webhooks", { body: webhook })).status).toBe(400);
});

it("tells a user of their own bookings, of a team's only who subscribed to that type", async () => {
  const { calcom, receiver, steer } = await subscribed();
  const berta = { ...OWNER, id: 2, name: "Berta Tal", email: "berta@salon.example", username: "berta" };
  const hers = { ...HAIRCUT, id: 101, slug: "haircut-berta", ownerId: 2 };
  await steer("/calcom/seed", { users: [berta], eventTypes: [hers] });
  const team = {
    title: "Team",
    slug: "team",
    lengthInMinutes: 30,
    schedulingType: "roundRobin",
    hosts: [{ userId: 1 }],
  };
  const teamTypeId = (await calcom("/teams/7/event-types", { body: team })).body.data.id;
  const hook = (name: string) => ({
    subscriberUrl: `${receiver.url}/${name}`,
    triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED"],
    active: true,
  });
  expect((await calcom("/webhooks", { body: hook("own") })).status).toBe(201);
  const place = `/teams/7/event-types/${teamTypeId}/webhooks`;
  expect((await calcom(place, { body: hook("team") })).status).toBe(201);
  expect((await calcom(place, { body: hook("team") })).status).toBe(409);
  expect((await calcom("/teams/7/event-types/100/webhooks", { body: hook("team") })).status).toBe(404);
  expect((await calcom(`/event-types/${teamTypeId}/webhooks`)).status).toBe(404);
  const heard = async (eventTypeId: number, start: string) => {
    const before = receiver.received.length;
    expect((await calcom("/bookings", { body: bookingAt(start, { eventTypeId }) })).status).toBe(201);
    const paths = receiver.received.slice(before).map(({ path }) => path);
    return paths.filter((path) => path === "/own" || path === "/team");
  };
  expect(await heard(100, TEN)).toEqual(["/own"]);
  expect(await heard(101, TEN)).toEqual([]);
  expect(await heard(teamTypeId, ELEVEN)).toEqual(["/team"]);
});
