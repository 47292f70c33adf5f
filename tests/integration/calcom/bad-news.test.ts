import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cancelThere } from "@/server/calcom/conflicts/commands/cancel-there";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { listConflicts } from "@/server/calcom/conflicts/queries/list-conflicts";
import { connectCalcom } from "@/server/calcom/connection/commands/connect-calcom";
import { setMember } from "@/server/calcom/mapping/commands/match-members";
import { setMapping } from "@/server/calcom/mapping/commands/set-mapping";
import { platformClient } from "@/server/core/db";
import { listConnections } from "@/server/integrations/queries/list-connections";
import { retryFailedWebhooks } from "@/server/webhooks/commands/retry-failed-webhooks";
import { listWebhooks } from "@/server/webhooks/queries/list-webhooks";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { type ConnectedCompany, standing, steer, withSandbox } from "./connected-company";
import {
  appointmentsOf,
  bookThere,
  createListeningCompany,
  deliver,
  processAll,
  processOne,
  received,
  withDoor,
} from "./inbound-deliveries";
import { muddle } from "./muddle";

withSandbox();
withDoor();
let ours: ConnectedCompany;
beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createListeningCompany();
});

const owner = (now: Date = NOW) => ownerOf(ours.company, now);
/** What the owner sees of what was delivered, the oldest first. */
const log = async () => {
  const { items } = await listWebhooks(owner(new Date()), { limit: 25 });
  return items.reverse().map(({ status, event, error, canReplay }) => ({ status, event, error, canReplay }));
};
const waiting = async () => (await listConflicts(owner(), { state: "open", limit: 25 })).items;
const status = async (body: unknown, secret?: string) => (await deliver(ours, body, secret)).status;
const news = (payload: object, triggerEvent = "BOOKING_CREATED") => ({
  ...{ triggerEvent, createdAt: NOW.toISOString() },
  payload,
});
const stranger = { uid: "nobody-knows-it", title: "Haarschnitt" };

describe("at the door", () => {
  it("a forged delivery is refused, shown as such, and nobody works on it", async () => {
    const answer = await deliver(ours, news(stranger), "another secret");
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { success: false, error: { code: "SIGNATURE_INVALID", request_id: expect.any(String) } },
    ]);
    expect(await received(ours)).toEqual([]);
    expect(await log()).toMatchObject([{ status: "rejected", error: "wrong_signature", canReplay: false }]);
  });

  it("a replayed one is acknowledged, shown as a repeat, and worked on once", async () => {
    expect([await status(news(stranger)), await status(news(stranger))]).toEqual([200, 200]);
    expect(await received(ours)).toHaveLength(1);
    expect((await log()).map((one) => one.status)).toEqual(["received", "duplicate"]);
  });

  it.each(["[]", '"BOOKING_CREATED"', "null", "{ not json"])("what is no delivery is refused: %s", async (raw) => {
    expect(await status(raw)).toBe(400);
    expect(await received(ours)).toEqual([]);
    expect(await log()).toMatchObject([{ status: "rejected", error: "malformed_event" }]);
  });
});

describe("a delivery of which something is missing or too much", () => {
  it("fails by name when it names no booking, and can be tried again", async () => {
    await status(news({ title: "Haarschnitt" }));
    expect(await processAll(ours)).toEqual([{ state: "failed", reason: "no_booking_named" }]);
    expect(await log()).toMatchObject([{ status: "failed", error: "no_booking_named", canReplay: true }]);
  });

  it("is taken by what it names, whatever else it has and of whatever shape", async () => {
    const booking = await bookThere(ours, { at: wednesdayAt(10) });
    await processAll(ours);
    const odd = { attendees: 7, organizer: [], eventTypeId: "many", startTime: {}, more: { than: ["we", "know"] } };
    await status(news({ ...odd, uid: booking.uid }, "BOOKING_MOVED_BY_A_FUTURE_RELEASE"));
    expect((await processAll(ours)).at(-1)).toMatchObject({ state: "known" });
    expect((await log()).map((one) => one.status)).toEqual(["processed", "processed"]);
  });

  it.each([
    ["times without a zone", { startTime: "2026-12-09T10:00:00", endTime: "2026-12-09T10:30:00" }],
    ["no times", {}],
    ["a host and an attendee of nobody", { organizer: { id: -1 }, attendees: [{}] }],
  ])("waits for a person when there is nothing to read over there: %s", async (_, more) => {
    await status(news({ ...stranger, ...more }));
    expect(await processAll(ours)).toEqual([{ state: "kept_for_person", reason: "not_readable" }]);
    expect(await waiting()).toMatchObject([
      { reason: "not_readable", theirs: { uid: stranger.uid, title: stranger.title }, decisions: ["ignore"] },
    ]);
    expect(await appointmentsOf(ours)).toEqual([]);
  });
});

describe("a booking of what nobody here has mapped", () => {
  const type = { title: "Brautfrisur", slug: "brautfrisur", lengthInMinutes: 30 };

  /** Somebody made an event type over there, and it was booked. */
  async function bookUnmapped(): Promise<number> {
    const { eventTypes } = await steer("/calcom");
    const { ownerId } = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId);
    const id = ours.eventTypeId * 1000;
    await steer("/calcom/seed", { apiKey: ours.apiKey, eventTypes: [{ ...type, id, ownerId }] });
    await bookThere({ ...ours, eventTypeId: id }, { at: wednesdayAt(10) });
    await processAll(ours);
    return id;
  }

  it("waits as such, can't be taken over before it is mapped, and then can", async () => {
    const calcomEventTypeId = await bookUnmapped();
    const [{ id: conflictId = "" } = {}] = await waiting();
    expect(await waiting()).toMatchObject([
      { reason: "unknown_event_type", decisions: ["take_over", "cancel_there", "ignore"] },
    ]);
    const refused = takeOverConflict(owner(), { conflictId });
    await expect(refused).rejects.toMatchObject({ reason: "unknown_event_type" });
    const { service, staff } = ours;
    await setMapping(owner(), { serviceId: service.id, staffId: staff.id, calcomEventTypeId });
    await takeOverConflict(owner(), { conflictId });
    expect(await waiting()).toEqual([]);
    expect(await appointmentsOf(ours)).toMatchObject([{ serviceId: service.id, staffId: staff.id, source: "calcom" }]);
  });
});

it("a booking of a host whom nobody has matched waits as such, and is taken over once they are", async () => {
  const { companyId } = ours.company;
  const { eventTypes } = await steer("/calcom");
  const { ownerId: calcomUserId } = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId);
  await platformClient().teamEventTypeMapping.updateMany({ where: { companyId }, data: { staffId: null } });
  await bookThere(ours, { at: wednesdayAt(10) });
  await processAll(ours);
  const [conflict] = await waiting();
  expect(conflict).toMatchObject({ reason: "unknown_host", decisions: ["take_over", "cancel_there", "ignore"] });
  await setMember(owner(), { staffId: ours.staff.id, calcomUserId });
  await takeOverConflict(owner(), { conflictId: conflict?.id ?? "" });
  expect(await appointmentsOf(ours)).toMatchObject([{ staffId: ours.staff.id, status: "confirmed" }]);
});

describe("a booking that is for nobody, or for several", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ["without attendees", { attendees: [] }],
    ["with an attendee of whom nothing is said", { attendees: [{ name: "", email: "" }] }],
  ])("waits for a person, who cancels it there: %s", async (_, odd) => {
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    muddle(uid, odd);
    expect(await processAll(ours)).toEqual([{ state: "kept_for_person", reason: "no_attendee" }]);
    const [conflict] = await waiting();
    expect(conflict).toMatchObject({ reason: "no_attendee", theirs: { startsAt: wednesdayAt(10) } });
    expect(conflict?.decisions).toContain("cancel_there");
    await cancelThere(owner(), { conflictId: conflict?.id ?? "" });
    expect([await waiting(), await standing(ours), await appointmentsOf(ours)]).toEqual([[], [], []]);
  });

  it("is the first one's where it names several", async () => {
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    const [eva, tom] = ["Eva Erste", "Tom Zweiter"].map((name) => {
      return { name, email: `${name.split(" ")[0]}@example.com`, timeZone: "Europe/Berlin", language: "de" };
    });
    muddle(uid, { attendees: [eva, tom], guests: ["gast@example.com"] });
    expect(await processAll(ours)).toEqual([{ state: "created" }]);
    const { companyId } = ours.company;
    const named = { companyId, lastName: { in: ["Erste", "Zweiter"] } };
    const customers = await platformClient().customer.findMany({ where: named, select: { id: true, lastName: true } });
    expect(customers.map(({ lastName }) => lastName)).toEqual(["Erste"]);
    expect(await appointmentsOf(ours)).toMatchObject([{ customerId: customers[0]?.id }]);
  });
});

describe("what is only told to be told", () => {
  it.each(["PING", "FORM_SUBMITTED", "OOO_CREATED", "A_TRIGGER_OF_TOMORROW"])(
    "is logged and acknowledged, and changes nothing: %s",
    async (trigger) => {
      expect(await status(news({ type: "Test", title: "Test trigger event" }, trigger))).toBe(200);
      await processAll(ours);
      expect(await log()).toMatchObject([{ status: "processed", event: trigger, error: null }]);
      expect([await waiting(), await appointmentsOf(ours)]).toEqual([[], []]);
    },
  );
});

it("a key that was revoked loses nothing: what failed is shown, and made up for with a key that is valid", async () => {
  await bookThere(ours, { at: wednesdayAt(10) });
  await steer("/calcom/keys", { apiKey: ours.apiKey });
  const [first] = await received(ours);
  const refused = processOne(ours, first?.deliveryId ?? "", NOW, true);
  await expect(refused).rejects.toMatchObject({ reason: "calcom_key_refused" });
  expect(await log()).toMatchObject([{ status: "failed", error: "calcom_key_refused", canReplay: true }]);
  const connection = (await listConnections(owner())).find(({ provider }) => provider === "calcom");
  expect(connection).toMatchObject({ status: "error" });

  await steer("/calcom/keys", { apiKey: ours.apiKey, isRevoked: false });
  await connectCalcom(owner(), { apiKey: ours.apiKey });
  expect(await retryFailedWebhooks(owner(new Date()))).toEqual({ queued: 1 });
  expect(await processAll(ours)).toEqual([{ state: "created" }, { state: "known" }]);
  expect(await appointmentsOf(ours)).toHaveLength(1);
});

it("a limit over there is waited for, and nothing of it is a failure", async () => {
  await bookThere(ours, { at: wednesdayAt(10) });
  await steer("/faults", { provider: "calcom", kind: "rate_limit", method: "GET", count: 1 });
  const [first] = await received(ours);
  const [deliveryId, now] = [first?.deliveryId ?? "", new Date()];
  const early = await processOne(ours, deliveryId, now).catch((error: Error) => error);
  expect(await log()).toMatchObject([{ status: "received" }]);
  const seconds = "seconds" in early ? early.seconds : 60;
  expect(await processOne(ours, deliveryId, new Date(now.getTime() + seconds * 1000))).toEqual({ state: "created" });
});
