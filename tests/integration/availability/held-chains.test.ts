import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { offerSlots } from "@/server/availability/commands/offer-slots";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { platformClient } from "@/server/core/db";
import { transact } from "@/server/core/transact";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";
import { createOpenCall } from "../../support/open-call";
import { createComposite, createNeed, createResource, createSession } from "../../support/scheduling";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const mine = () => ({ where: { companyId: ours.company.companyId } });
const createCall = () => createOpenCall(ours.company);

/** Offers the call the three slots of a service from ten o'clock on. */
async function offerTo(callId: string, serviceId: string, partySize = 1) {
  const times = { from: wednesdayAt(10), until: wednesdayAt(10, 45) };
  const query = { branchId: ours.company.branchId, serviceId, ...times, callId, partySize };
  return transact(agentOf(ours.company, callId), async (tx) => {
    const { slots } = await searchSlots(tx, query);
    return offerSlots(tx, { ...query, slots });
  });
}
const book = (callId: string, serviceId: string, { slotId, startsAt }: { slotId: string; startsAt: number }) =>
  bookAppointment(agentOf(ours.company, callId), {
    ...{ ...wishOf(ours, new Date(startsAt)), serviceId, staffId: null },
    ...{ source: "phone" as const, callId, slotId },
  });
const expire = (callId: string) =>
  platformClient().slotHold.updateMany({ where: { callId }, data: { expiresAt: new Date(Date.now() - 1000) } });

it("holds every person of a chain, and books exactly what was offered", async () => {
  await createStaff(ours.company, { name: "Zweite Kraft" });
  const service = await createComposite(ours.company, [{ durationMinutes: 30 }, { durationMinutes: 30 }]);
  const callId = await createCall();
  const offers = await offerTo(callId, service.id);
  expect(offers).toHaveLength(3);
  expect(await platformClient().staffOccupancy.count(mine())).toBe(6);
  const [chosen] = offers;
  if (!chosen) throw new Error("nothing was offered");
  const { appointment } = await book(callId, service.id, chosen);
  const segments = await platformClient().appointmentSegment.findMany({
    where: { appointmentId: appointment.id },
    orderBy: { position: "asc" },
  });
  expect(segments.map(({ staffId }) => staffId)).toEqual(chosen.segments.map(({ staffId }) => staffId));
  const left = await platformClient().staffOccupancy.findMany({ ...mine(), orderBy: { blockedFrom: "asc" } });
  expect(left.map((row) => [row.appointmentId, row.segment])).toEqual([0, 1].map((nr) => [appointment.id, nr]));
});

it("holds a room once for offers that overlap, as much as the largest of them needs", async () => {
  const room = await createResource(ours.company, { capacity: 3 });
  await createNeed(ours.company, { serviceId: ours.service.id, resourceId: room.id, quantity: 2 });
  const callId = await createCall();
  expect(await offerTo(callId, ours.service.id)).toHaveLength(3);
  const held = await platformClient().resourceOccupancy.findMany({ ...mine(), orderBy: { blockedFrom: "asc" } });
  expect(held.map(({ quantity, blockedFrom }) => [quantity, blockedFrom])).toEqual(
    [0, 15, 30, 45].map((minutes) => [2, wednesdayAt(10, minutes)]),
  );
});

it("offers others nothing of a held room, and all of it again once the hold has expired", async () => {
  const other = await createStaff(ours.company, { name: "Zweite Kraft" });
  const room = await createResource(ours.company);
  await createNeed(ours.company, { serviceId: ours.service.id, resourceId: room.id, quantity: 1 });
  const [first, second] = [await createCall(), await createCall()];
  await offerTo(first, ours.service.id);
  expect(await offerTo(second, ours.service.id)).toHaveLength(0);
  const wish = { ...wishOf(ours), staffId: other.id };
  await expect(bookAppointment(ownerOf(ours.company), wish)).rejects.toMatchObject({ reason: "resource_taken" });
  await expire(first);
  await expect(bookAppointment(ownerOf(ours.company), wish)).resolves.toBeDefined();
  expect(await platformClient().resourceOccupancy.count(mine())).toBe(1);
});

it("holds places in a class, which others can't have meanwhile", async () => {
  await platformClient().service.update({ where: { id: ours.service.id }, data: { capacity: 4 } });
  const times = { startsAt: wednesdayAt(10), endsAt: wednesdayAt(11), capacity: 4 };
  const session = await createSession(ours.company, {
    ...{ ...times, serviceId: ours.service.id, staffId: ours.staff.id },
  });
  const [first, second] = [await createCall(), await createCall()];
  const [offer] = await offerTo(first, ours.service.id, 3);
  if (!offer) throw new Error("nothing was offered");
  expect(await offerTo(second, ours.service.id, 2)).toHaveLength(0);
  await bookAppointment(agentOf(ours.company, first), {
    ...{ ...wishOf(ours, new Date(offer.startsAt)), staffId: null, partySize: 3 },
    ...{ source: "phone" as const, callId: first, slotId: offer.slotId },
  });
  const { placesTaken } = await platformClient().classSession.findUniqueOrThrow({ where: { id: session.id } });
  expect(placesTaken).toBe(3);
});

it("lets callers and people race for one chain: one has it, and nothing half is left", async () => {
  const service = await createComposite(ours.company, [{ durationMinutes: 30 }, { durationMinutes: 30 }]);
  const calls = await Promise.all(Array.from({ length: 6 }, createCall));
  const byPhone = calls.map(async (callId) => {
    const offers = await offerTo(callId, service.id);
    const offer = offers.find(({ startsAt }) => startsAt === wednesdayAt(10).getTime());
    if (!offer) throw new Error("taken");
    return book(callId, service.id, offer);
  });
  const byHand = Array.from({ length: 6 }, () =>
    bookAppointment(ownerOf(ours.company), { ...wishOf(ours), serviceId: service.id, staffId: null }),
  );
  const outcomes = await Promise.allSettled([...byPhone, ...byHand]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await Promise.all(calls.map(expire));
  expect(await platformClient().appointment.count(mine())).toBe(1);
  expect(await platformClient().staffOccupancy.count({ where: { ...mine().where, holdId: null } })).toBe(2);
});
