import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { findFreeSlots } from "@/server/availability/queries/find-free-slots";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { archiveStaff } from "@/server/staff/commands/archive-staff";
import { createStaff } from "@/server/staff/commands/create-staff";
import { editStaff } from "@/server/staff/commands/edit-staff";
import { restoreStaff } from "@/server/staff/commands/restore-staff";
import { setStaffServices } from "@/server/staff/commands/set-staff-services";
import { countStaff } from "@/server/staff/queries/count-staff";
import { getStaff, getStaffObstacles } from "@/server/staff/queries/get-staff";
import { listStaffProfiles } from "@/server/staff/queries/list-staff-profiles";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createStaff as createPerson, createService } from "../../support/factories";

let ours: BookableCompany;
let ctx: ReturnType<typeof ownerOf>;
beforeEach(async () => {
  ours = await createBookableCompany();
  ctx = ownerOf(ours.company);
});

const newcomer = () => ({ name: "Nele Neu", homeBranchId: ours.company.branchId });
const notFound = { code: "NOT_FOUND" };
const slots = async () => {
  const { company, service, staff } = ours;
  const day = { from: wednesdayAt(9), until: wednesdayAt(18) };
  return findFreeSlots(ctx, { branchId: company.branchId, serviceId: service.id, staffId: staff.id, ...day });
};

describe("adding somebody", () => {
  it("makes them bookable for what they do, in their home branch", async () => {
    const made = await createStaff(ctx, { ...newcomer(), serviceIds: [ours.service.id], email: "nele@example.com" });
    expect(made).toMatchObject({ name: "Nele Neu", isArchived: false, isBookable: true, serviceCount: 1, version: 1 });
    expect(made.branches.map(({ id }) => id)).toEqual([ours.company.branchId]);
    expect(made.services).toMatchObject([{ serviceId: ours.service.id, durationMinutes: null, proficiency: 3 }]);
    expect(await getStaff(ctx, { staffId: made.id })).toEqual(made);
  });

  it("stops where the contract ends, and archived people don't count", async () => {
    const { tenantId } = ours.company;
    await platformClient().tenant.update({ where: { id: tenantId }, data: { limits: { maxStaff: 2 } } });
    const second = await createStaff(ctx, newcomer());
    await expect(createStaff(ctx, newcomer())).rejects.toMatchObject({ code: "LIMIT_REACHED" });
    await archiveStaff(ctx, { staffId: second.id });
    await createStaff(ctx, newcomer());
    await expect(restoreStaff(ctx, { staffId: second.id })).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  });

  it("takes no branch and no service of another company", async () => {
    const theirs = await createBookableCompany();
    const branch = { ...newcomer(), homeBranchId: theirs.company.branchId };
    await expect(createStaff(ctx, branch)).rejects.toMatchObject(notFound);
    await expect(createStaff(ctx, { ...newcomer(), branchIds: [theirs.company.branchId] })).rejects.toMatchObject(
      notFound,
    );
    await expect(createStaff(ctx, { ...newcomer(), serviceIds: [theirs.service.id] })).rejects.toMatchObject(notFound);
  });
});

describe("changing somebody", () => {
  it("changes what is sent, once for each version", async () => {
    const staffId = ours.staff.id;
    const after = await editStaff(ctx, {
      staffId,
      version: 1,
      name: "Alex Neu",
      maxHoursPerDay: 7.5,
      skills: ["Balayage"],
    });
    expect(after).toMatchObject({ name: "Alex Neu", maxHoursPerDay: 7.5, skills: ["Balayage"], version: 2 });
    await expect(editStaff(ctx, { staffId, version: 1, name: "Zu spät" })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
  });

  it("is seen by the next question for free times", async () => {
    expect((await slots()).slots[0]?.endsAt).toEqual(wednesdayAt(9, 30));
    const terms = { serviceId: ours.service.id, durationMinutes: 60, priceCents: 5000, proficiency: 5 };
    await setStaffServices(ctx, { staffId: ours.staff.id, services: [terms] });
    expect((await slots()).slots[0]).toMatchObject({ endsAt: wednesdayAt(10), priceCents: 5000 });
    await editStaff(ctx, { staffId: ours.staff.id, isBookable: false });
    expect((await slots()).reason).toBe("nobody_offers_it");
  });

  it("keeps the home branch among the branches, and others' branches out", async () => {
    const staffId = ours.staff.id;
    const second = await createBranch(ours.company);
    const both = [ours.company.branchId, second.id];
    expect((await editStaff(ctx, { staffId, branchIds: both })).branches).toHaveLength(2);
    await expect(editStaff(ctx, { staffId, branchIds: [second.id] })).rejects.toMatchObject({
      reason: "home_branch_missing",
    });
    const moved = await editStaff(ctx, { staffId, branchIds: [second.id], homeBranchId: second.id });
    expect(moved.homeBranch.id).toBe(second.id);
    await expect(editStaff(ctx, { staffId, branchIds: [second.id, newId()] })).rejects.toMatchObject(notFound);
  });

  it("leaves the branches alone that whoever edits does not see", async () => {
    const second = await createBranch(ours.company);
    const person = await createPerson(ours.company);
    await editStaff(ctx, { staffId: person.id, branchIds: [ours.company.branchId, second.id] });
    const manager = { ...ctx, restriction: { branchIds: [second.id] } };
    const input = { staffId: person.id, branchIds: [second.id], homeBranchId: second.id };
    const after = await editStaff(manager, input);
    expect(after.branches.map(({ id }) => id).sort()).toEqual([ours.company.branchId, second.id].sort());
  });

  it("takes each service once, and only ours", async () => {
    const terms = { serviceId: ours.service.id, durationMinutes: null, priceCents: null, proficiency: 3 };
    const set = (services: (typeof terms)[]) => setStaffServices(ctx, { staffId: ours.staff.id, services });
    await expect(set([terms, terms])).rejects.toMatchObject({ reason: "service_named_twice" });
    const theirs = await createBookableCompany();
    await expect(set([{ ...terms, serviceId: theirs.service.id }])).rejects.toMatchObject(notFound);
    const other = await createService(ours.company, { staffIds: [] });
    expect((await set([{ ...terms, serviceId: other.id }])).services.map(({ serviceId }) => serviceId)).toEqual([
      other.id,
    ]);
  });
});

describe("archiving somebody", () => {
  it("waits until nothing lies before them, then they are in no choice any more", async () => {
    const staffId = ours.staff.id;
    const { appointment } = await bookAppointment(ctx, wishOf(ours));
    expect(await getStaffObstacles(ctx, { staffId })).toMatchObject({ appointments: 1, sessions: 0, services: [] });
    await expect(archiveStaff(ctx, { staffId })).rejects.toMatchObject({
      reason: "staff_has_coming",
      details: { appointments: 1 },
    });
    expect(await getStaff(ctx, { staffId })).toMatchObject({ isArchived: false, version: 1 });
    await cancelAppointment(ctx, { appointmentId: appointment.id, isConfirmed: true, notifyCustomer: false });
    await archiveStaff(ctx, { staffId, version: 1 });
    expect((await slots()).reason).toBe("nobody_offers_it");
    expect(await countStaff(ctx, {})).toEqual({ active: 0, bookable: 0, archived: 1 });
    await restoreStaff(ctx, { staffId });
    expect((await slots()).slots.length).toBeGreaterThan(0);
  });

  it("is refused while a service has a part that only they do", async () => {
    const { companyId } = ours.company;
    const part = { position: 0, name: "Schneiden", durationMinutes: 30, staffMode: "specific" as const };
    const serviceId = ours.service.id;
    await platformClient().serviceSegment.create({
      data: { id: newId(), companyId, serviceId, ...part, staffId: ours.staff.id },
    });
    await expect(archiveStaff(ctx, { staffId: ours.staff.id })).rejects.toMatchObject({
      details: { services: [{ id: serviceId, name: "Haarschnitt" }] },
    });
  });

  it("sees a booking that is being made at the same moment", async () => {
    const outcomes = await Promise.allSettled([
      bookAppointment(ctx, wishOf(ours)),
      archiveStaff(ctx, { staffId: ours.staff.id }),
    ]);
    const after = await getStaff(ctx, { staffId: ours.staff.id });
    const booked = outcomes[0].status === "fulfilled";
    expect(booked && after.isArchived).toBe(false);
  });
});

it("lists by name, a page at a time, and finds by what somebody can", async () => {
  for (const name of ["Berta", "Cem", "Dora"])
    await createStaff(ctx, { ...newcomer(), name, skills: [`kann ${name}`] });
  const first = await listStaffProfiles(ctx, { status: "active", limit: 2, withTotal: true });
  expect(first.items.map(({ name }) => name)).toEqual(["Alex Muster", "Berta"]);
  expect(first.total).toBe(4);
  const second = await listStaffProfiles(ctx, { status: "active", limit: 2, cursor: first.nextCursor });
  expect(second.items.map(({ name }) => name)).toEqual(["Cem", "Dora"]);
  expect(second.nextCursor).toBeNull();
  const found = await listStaffProfiles(ctx, { status: "all", search: "kann Cem", limit: 5 });
  expect(found.items.map(({ name }) => name)).toEqual(["Cem"]);
});
