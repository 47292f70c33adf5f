import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { undoReschedule } from "@/server/appointments/commands/undo-reschedule";
import { platformClient } from "@/server/core/db";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

const platform = platformClient();
let ours: BookableCompany;
let chiefId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  chiefId = (await createStaff(ours.company, { name: "Zoe Chefin" })).id;
  await sets(chiefId, 4900);
});

const owner = () => ownerOf(ours.company);
const sets = (staffId: string, priceCents: number) =>
  platform.staffService.update({
    where: { companyId_staffId_serviceId: { companyId: ours.company.companyId, staffId, serviceId: ours.service.id } },
    data: { priceCents },
  });
const book = async (more: object = {}) => (await bookAppointment(owner(), { ...wishOf(ours), ...more })).appointment.id;
const give = (appointmentId: string, staffId: string, newStartsAt = wednesdayAt(10)) =>
  rescheduleAppointment(owner(), { appointmentId, newStartsAt, staffId, isConfirmed: true });
const costs = async (id: string) => {
  const { priceCents, discountCents, depositCents } = await platform.appointment.findUniqueOrThrow({ where: { id } });
  return { priceCents, discountCents, depositCents };
};
const lastStep = (appointmentId: string) =>
  platform.appointmentModification.findFirstOrThrow({ where: { appointmentId }, orderBy: { id: "desc" } });

it("costs what the person takes who does it now, less what was let off, and the share that is asked for beforehand follows", async () => {
  await editPolicy(owner(), { policyType: "deposit", config: { percent: 10 } });
  const id = await book({ discountCents: 400, discountReason: "Stammkundin" });
  expect(await costs(id)).toEqual({ priceCents: 2500, discountCents: 400, depositCents: 250 });
  const { appointment } = await give(id, chiefId);
  expect(appointment).toMatchObject({ priceCents: 4500, discountCents: 400 });
  expect(await costs(id)).toEqual({ priceCents: 4500, discountCents: 400, depositCents: 450 });
  expect(await lastStep(id)).toMatchObject({
    type: "reassigned",
    oldValues: { priceCents: 2500, discountCents: 400 },
    newValues: { priceCents: 4500, discountCents: 400 },
  });
});

it("costs what it did before once the move is taken back", async () => {
  const id = await book();
  await give(id, chiefId, wednesdayAt(14));
  expect(await costs(id)).toMatchObject({ priceCents: 4900 });
  await undoReschedule(owner(), { appointmentId: id });
  expect(await costs(id)).toMatchObject({ priceCents: 2900 });
  expect(await lastStep(id)).toMatchObject({ type: "restored", newValues: { priceCents: 2900 } });
});

it("keeps what was agreed where the person or their price is no other, whatever the price list says since", async () => {
  const id = await book();
  const other = await createStaff(ours.company, { name: "Ben Gleich" });
  await platform.service.update({ where: { id: ours.service.id }, data: { priceCents: 3500 } });
  await give(id, ours.staff.id, wednesdayAt(12));
  await give(id, other.id, wednesdayAt(12));
  expect(await costs(id)).toMatchObject({ priceCents: 2900 });
  expect((await lastStep(id)).newValues).not.toHaveProperty("priceCents");
});

it("lets off no more than it costs with somebody cheaper", async () => {
  const id = await book({ staffId: chiefId, discountCents: 3000, discountReason: "Entschuldigung" });
  await give(id, ours.staff.id);
  expect(await costs(id)).toMatchObject({ priceCents: 0, discountCents: 2900 });
});
