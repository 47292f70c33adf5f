import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { offerSlots } from "@/server/availability/commands/offer-slots";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { platformClient } from "@/server/core/db";
import { transact } from "@/server/core/transact";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createOpenCall } from "../../support/open-call";

let ours: BookableCompany;

beforeEach(async () => {
  ours = await createBookableCompany();
});

const createCall = () => createOpenCall(ours.company);

/** Offers the call the three slots from ten o'clock on; they overlap each other. */
async function offerTo(callId: string) {
  const query = {
    branchId: ours.company.branchId,
    serviceId: ours.service.id,
    from: wednesdayAt(10),
    until: wednesdayAt(10, 45),
    callId,
  };
  return transact(agentOf(ours.company, callId), async (tx) => {
    const { slots } = await searchSlots(tx, query);
    return offerSlots(tx, { ...query, slots });
  });
}

const book = (callId: string, slotId: string, startsAt: Date) =>
  bookAppointment(agentOf(ours.company, callId), { ...wishOf(ours, startsAt), source: "phone", callId, slotId });

it("keeps what was offered from others, but not from the call itself", async () => {
  const [first, second] = [await createCall(), await createCall()];
  expect(await offerTo(first)).toHaveLength(3);
  expect(await offerTo(second)).toHaveLength(0);
  await expect(bookAppointment(ownerOf(ours.company), wishOf(ours))).rejects.toMatchObject({
    code: "APPOINTMENT_CONFLICT",
  });
  expect(await offerTo(first)).toHaveLength(3);
});

it("hides what is held for a call from everybody else's search", async () => {
  const callId = await createCall();
  await offerTo(callId);
  const query = {
    branchId: ours.company.branchId,
    serviceId: ours.service.id,
    from: wednesdayAt(9, 30),
    until: wednesdayAt(11, 30),
  };
  const startsFor = async (id: string | null) =>
    (await searchSlots(ownerOf(ours.company), { ...query, callId: id })).slots.map(({ startsAt }) => startsAt);
  expect(await startsFor(null)).toEqual([9.5, 11, 11.25].map((hours) => wednesdayAt(0, hours * 60).getTime()));
  expect(await startsFor(callId)).toHaveLength(8);
});

it("turns the chosen offer into the appointment and frees the others", async () => {
  const callId = await createCall();
  const offers = await offerTo(callId);
  const chosen = offers[1];
  const { appointment } = await book(callId, chosen?.slotId ?? "", wednesdayAt(10, 15));
  expect(appointment.startsAt).toEqual(wednesdayAt(10, 15));
  const left = await platformClient().staffOccupancy.findMany({ where: { companyId: ours.company.companyId } });
  expect(left).toMatchObject([{ appointmentId: appointment.id, holdId: null }]);
  expect(await platformClient().slotHold.count({ where: { companyId: ours.company.companyId } })).toBe(0);
});

it("blocks nobody once it has expired, and still books when nobody took the time", async () => {
  const [first, second] = [await createCall(), await createCall()];
  const offers = await offerTo(first);
  await platformClient().slotHold.updateMany({
    where: { callId: first },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect(await offerTo(second)).toHaveLength(3);
  await platformClient().slotHold.updateMany({
    where: { callId: second },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  const { appointment } = await book(first, offers[0]?.slotId ?? "", wednesdayAt(10));
  expect(appointment.startsAt).toEqual(wednesdayAt(10));
});

it("survives the same question asked three times at once", async () => {
  const callId = await createCall();
  const answers = await Promise.all([offerTo(callId), offerTo(callId), offerTo(callId)]);
  expect(answers.map((offers) => offers.length)).toEqual([3, 3, 3]);
  expect(await platformClient().slotHold.count({ where: { callId } })).toBe(1);
  expect(await platformClient().staffOccupancy.count({ where: { companyId: ours.company.companyId } })).toBe(3);
});
