import { beforeEach, expect, it } from "vitest";
import { previewBooking } from "@/server/appointments/bookings/queries/preview-booking";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { newId } from "@/server/core/ids";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});
const owner = () => ownerOf(ours.company);
const preview = (more: object = {}) => {
  const { customerId, branchId, serviceId, staffId } = wishOf(ours);
  return previewBooking(owner(), { customerId, branchId, serviceId, staffId, ...more });
};

it("says what would be refused and what would be asked for, before anything is booked", async () => {
  expect(await preview()).toEqual({ refusal: null, deposit: null });
  await editPolicy(owner(), { policyType: "booking", config: { maxActivePerCustomer: 1 } });
  await editPolicy(owner(), { policyType: "deposit", config: { percent: 20 } });
  expect(await preview()).toEqual({ refusal: null, deposit: { cents: null, percent: 20 } });
  await bookAppointment(owner(), wishOf(ours));
  expect(await preview()).toMatchObject({ refusal: { code: "POLICY_BLOCKED", reason: "too_many_active_bookings" } });
  await expect(bookAppointment(owner(), wishOf(ours, wednesdayAt(12)))).rejects.toMatchObject({
    reason: "too_many_active_bookings",
  });
});

it("goes by whoever begins, and tells nothing of another company or branch", async () => {
  const strict = await createStaff(ours.company, { name: "Zoe Streng" });
  await editPolicy(owner(), { staffId: strict.id, policyType: "deposit", config: { cents: 1000 } });
  expect((await preview({ staffId: strict.id })).deposit).toEqual({ cents: 1000, percent: null });
  expect((await preview({ staffId: null })).deposit).toBeNull();
  const theirs = await createBookableCompany();
  await expect(preview({ customerId: theirs.customer.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const elsewhere = { ...owner(), restriction: { branchIds: [newId()] } };
  const { customerId, branchId, serviceId } = wishOf(ours);
  await expect(previewBooking(elsewhere, { customerId, branchId, serviceId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
