import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import type { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

let ours: BookableCompany;
let strictId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  strictId = (await createStaff(ours.company, { name: "Zoe Streng" })).id;
});

const owner = () => ownerOf(ours.company);
const desk = (): CompanyContext => ({ ...owner(), permissions: new Set(ROLE_PERMISSIONS.receptionist) });
const anybody = (startsAt = wednesdayAt(10)) => ({ ...wishOf(ours, startsAt), staffId: null });
/** Nobody but this person is there then. */
const onlyOneThere = (staffId: string) =>
  bookAppointment(owner(), { ...wishOf(ours), staffId: staffId === strictId ? ours.staff.id : strictId });

/** Nobody who is free then may be had: who is offered at other times. */
async function othersInstead(asked: Promise<unknown>): Promise<string[]> {
  const error = await asked.catch((thrown: AppError) => thrown);
  expect(error).toMatchObject({ code: "APPOINTMENT_CONFLICT" });
  const { alternatives } = (error as AppError).details as { alternatives: { staff_id: string }[] };
  return [...new Set(alternatives.map(({ staff_id }) => staff_id))];
}

it("asks for the deposit of whoever begins, also where anybody was wished", async () => {
  await editPolicy(owner(), { staffId: strictId, policyType: "deposit", config: { cents: 1000 } });
  const depositOf = async () => {
    const { appointment } = await bookAppointment(desk(), anybody());
    const row = await platformClient().appointment.findUniqueOrThrow({ where: { id: appointment.id } });
    await cancelAppointment(owner(), { appointmentId: row.id, isConfirmed: true, notifyCustomer: false });
    return [row.staffId, row.depositCents];
  };
  const { id: taken } = (await onlyOneThere(strictId)).appointment;
  expect(await depositOf()).toEqual([strictId, 1000]);
  await cancelAppointment(owner(), { appointmentId: taken, isConfirmed: true, notifyCustomer: false });
  await onlyOneThere(ours.staff.id);
  expect(await depositOf()).toEqual([ours.staff.id, null]);
});

it("holds a customer to the rules for booking and for staying away of whoever begins", async () => {
  await editPolicy(owner(), { staffId: strictId, policyType: "booking", config: { maxActivePerCustomer: 1 } });
  await onlyOneThere(strictId);
  expect(await othersInstead(bookAppointment(desk(), anybody()))).toEqual([ours.staff.id]);
  await expect(bookAppointment(desk(), wishOf(ours, wednesdayAt(12)))).resolves.toBeDefined();

  await editPolicy(owner(), { staffId: strictId, policyType: "booking", config: { maxActivePerCustomer: 9 } });
  await editPolicy(owner(), { staffId: strictId, policyType: "no_show", config: { blockAfter: 1 } });
  await platformClient().customer.update({ where: { id: ours.customer.id }, data: { noShowCount: 1 } });
  expect(await othersInstead(bookAppointment(agentOf(ours.company, newId()), anybody()))).toEqual([ours.staff.id]);
});

it("gives anybody's appointment to somebody whose rules let it be, and nobody is penalised for asking", async () => {
  for (const [refuses, allows] of [
    [strictId, ours.staff.id],
    [ours.staff.id, strictId],
  ] as const) {
    const config = { maxPerHour: 1 };
    await bookAppointment(owner(), wishOf(ours, wednesdayAt(refuses === strictId ? 10 : 12)));
    await editPolicy(owner(), { staffId: refuses, policyType: "booking", config });
    for (const at of refuses === strictId ? [13, 14] : [15, 16]) {
      const { appointment } = await bookAppointment(desk(), anybody(wednesdayAt(at)));
      expect(appointment.staff.id).toBe(allows);
    }
    await editPolicy(owner(), { staffId: refuses, policyType: "booking", config: { maxPerHour: 50 } });
    await editPolicy(owner(), { staffId: allows, policyType: "booking", config: { maxPerHour: 50 } });
  }
});

it("penalises whoever books too often for anybody's rules", async () => {
  await editPolicy(owner(), { policyType: "booking", config: { maxPerHour: 1 } });
  await bookAppointment(owner(), wishOf(ours));
  await expect(bookAppointment(desk(), anybody(wednesdayAt(13)))).rejects.toMatchObject({ code: "POLICY_BLOCKED" });
  await expect(bookAppointment(desk(), anybody(wednesdayAt(13)))).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

it("refuses at once what nobody's rules would let be, whatever the calendar says", async () => {
  await editPolicy(owner(), { policyType: "booking", config: { maxActivePerCustomer: 1 } });
  await onlyOneThere(strictId);
  const never = anybody(new Date("2020-01-07T09:00:00Z"));
  const decided = { ...never, overridesPolicy: true, overrideReason: "Weil es sein muss" };
  await expect(bookAppointment(owner(), decided)).rejects.toMatchObject({ reason: "in_the_past" });
  await expect(bookAppointment(desk(), never)).rejects.toMatchObject({ reason: "too_many_active_bookings" });
});

it("lets somebody be more generous than the company, and only them", async () => {
  await editPolicy(owner(), { policyType: "booking", config: { maxActivePerCustomer: 1 } });
  await editPolicy(owner(), { staffId: strictId, policyType: "booking", config: { maxActivePerCustomer: 9 } });
  await onlyOneThere(strictId);
  expect((await bookAppointment(desk(), anybody())).appointment.staff.id).toBe(strictId);
  await bookAppointment(owner(), { ...anybody(wednesdayAt(12)), staffId: strictId });
  expect(await othersInstead(bookAppointment(desk(), anybody(wednesdayAt(12))))).toEqual([strictId]);
});
