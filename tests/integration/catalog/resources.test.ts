import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { archiveResource } from "@/server/catalog/resources/commands/archive-resource";
import { createResource } from "@/server/catalog/resources/commands/create-resource";
import { createResourceGroup } from "@/server/catalog/resources/commands/create-resource-group";
import { deleteResourceGroup } from "@/server/catalog/resources/commands/delete-resource-group";
import { editResource } from "@/server/catalog/resources/commands/edit-resource";
import { editResourceGroup } from "@/server/catalog/resources/commands/edit-resource-group";
import { restoreResource } from "@/server/catalog/resources/commands/restore-resource";
import { getResource } from "@/server/catalog/resources/queries/get-resource";
import { listResourceGroups } from "@/server/catalog/resources/queries/list-resource-groups";
import { listResources } from "@/server/catalog/resources/queries/list-resources";
import { listResourcesInput } from "@/server/catalog/resources/schema";
import { setNeeds } from "@/server/catalog/services/commands/set-needs";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createTenantWithCompany } from "../../support/factories";

let bookable: BookableCompany;
let owner: CompanyContext;
let branchId: string;
beforeAll(async () => {
  bookable = await createBookableCompany();
  owner = ownerOf(bookable.company);
  branchId = bookable.company.branchId;
});

const make = async (fields: Partial<Parameters<typeof createResource>[1]> = {}) =>
  (await createResource(owner, { branchId, type: "room", name: `Raum ${newId()}`, capacity: 1, ...fields })).resourceId;
const found = async (ctx: CompanyContext, fields: object = {}) =>
  (await listResources(ctx, listResourcesInput.parse({ limit: 100, ...fields }))).items;

/** Takes units of it for an hour by a real appointment, at this o'clock on Wednesday. */
async function take(resourceId: string, { hour, quantity = 1 }: { hour: number; quantity?: number }) {
  const { appointment } = await bookAppointment(owner, wishOf(bookable, wednesdayAt(hour)));
  const time = { blockedFrom: wednesdayAt(hour), blockedUntil: wednesdayAt(hour + 1) };
  const row = { companyId: owner.companyId, resourceId, quantity, appointmentId: appointment.id, ...time };
  await platformClient().resourceOccupancy.create({ data: row });
  return appointment.id;
}

describe("a resource", () => {
  it("is added, changed and found again", async () => {
    const resourceId = await make({ name: "Kabine 1", capacity: 2 });
    const after = await editResource(owner, { resourceId, version: 1, name: "Kabine A", isActive: false });
    expect(after).toMatchObject({ name: "Kabine A", capacity: 2, status: "inactive", version: 2 });
    expect((await found(owner, { search: "kabine a", status: "inactive" })).map(({ id }) => id)).toEqual([resourceId]);
    const stale = editResource(owner, { resourceId, version: 1, name: "Zu spät" });
    await expect(stale).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    await expect(make({ name: "kabine a" })).rejects.toMatchObject({ reason: "resource_name_taken" });
  });

  it("is seen and changed by who works with its branch", async () => {
    const resourceId = await make();
    const elsewhere = await createBranch(bookable.company);
    const away = { ...owner, restriction: { branchIds: [elsewhere.id] } };
    expect(await found(away)).toEqual([]);
    await expect(editResource(away, { resourceId, capacity: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const there = { branchId, type: "room" as const, name: "Nicht meins", capacity: 1 };
    await expect(createResource(away, there)).rejects.toMatchObject({ reason: "branch_not_found" });
    const stranger = ownerOf(await createTenantWithCompany());
    await expect(getResource(stranger, { resourceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("holds no less than is booked of it already", async () => {
    const resourceId = await make({ capacity: 3 });
    await take(resourceId, { hour: 9, quantity: 2 });
    await expect(editResource(owner, { resourceId, capacity: 1 })).rejects.toMatchObject({
      reason: "capacity_below_bookings",
      details: { taken: 2 },
    });
    await expect(editResource(owner, { resourceId, capacity: 2 })).resolves.toMatchObject({ capacity: 2 });
  });

  it("is not archived while something needs it, and the refusal says what", async () => {
    const resourceId = await make();
    const appointmentId = await take(resourceId, { hour: 11 });
    await expect(archiveResource(owner, { resourceId })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      reason: "resource_has_appointments",
      details: { count: 1, appointments: [{ appointmentId, startsAt: wednesdayAt(11), serviceName: "Haarschnitt" }] },
    });
    await platformClient().appointment.update({ where: { id: appointmentId }, data: { status: "cancelled" } });
    await archiveResource(owner, { resourceId });
    expect((await found(owner)).some(({ id }) => id === resourceId)).toBe(false);
    await restoreResource(owner, { resourceId });
    expect((await found(owner)).some(({ id }) => id === resourceId)).toBe(true);
  });

  it("says how much of this week's opening hours it is taken, over all its units", async () => {
    const resourceId = await make({ capacity: 2 });
    await take(resourceId, { hour: 13, quantity: 2 });
    const { week, coming } = await getResource(owner, { resourceId });
    // Monday to Saturday, nine hours each, for two units.
    expect(week).toEqual({ takenMinutes: 120, openMinutes: 6 * 9 * 60 * 2 });
    expect(coming.map(({ serviceName }) => serviceName)).toEqual(["Haarschnitt"]);
  });

  it("names the services that need it, by the closest reason", async () => {
    const resourceId = await make({ type: "vehicle" });
    const serviceId = bookable.service.id;
    const need = { quantity: 1 };
    const usedBy = async () => (await getResource(owner, { resourceId })).usedBy.map(({ id, by }) => [id, by]);
    await setNeeds(owner, { serviceId, resources: [{ type: "vehicle", ...need }], staffRequirements: [] });
    expect(await usedBy()).toEqual([[serviceId, "type"]]);
    const both = [
      { type: "vehicle" as const, ...need },
      { resourceId, ...need },
    ];
    await setNeeds(owner, { serviceId, resources: both, staffRequirements: [] });
    expect(await usedBy()).toEqual([[serviceId, "resource"]]);
    await setNeeds(owner, { serviceId, resources: [], staffRequirements: [] });
    expect(await usedBy()).toEqual([]);
  });
});

describe("a group", () => {
  it("holds resources of one branch, each in one group", async () => {
    const [one, two] = [await make(), await make()];
    const group = { branchId, name: "Kabinen", resourceIds: [one, two] };
    const { resourceGroupId } = await createResourceGroup(owner, group);
    const other = await createResourceGroup(owner, { ...group, name: "Andere", resourceIds: [two] });
    const groups = await listResourceGroups(owner);
    const membersOf = (id: string) => groups.find((each) => each.id === id)?.resources.map((resource) => resource.id);
    expect(membersOf(resourceGroupId)).toEqual([one]);
    expect(membersOf(other.resourceGroupId)).toEqual([two]);
    const after = await editResourceGroup(owner, { resourceGroupId, version: 1, resourceIds: [] });
    expect(after).toMatchObject({ name: "Kabinen", resources: [], version: 2 });
    const elsewhere = await createBranch(bookable.company);
    await expect(createResourceGroup(owner, { ...group, branchId: elsewhere.id })).rejects.toMatchObject({
      reason: "resource_not_found",
    });
    await expect(make({ branchId: elsewhere.id, resourceGroupId })).rejects.toMatchObject({
      reason: "resource_group_not_found",
    });
  });

  it("stays as long as a service needs it", async () => {
    const member = await make();
    const { resourceGroupId } = await createResourceGroup(owner, { branchId, name: "Nötig", resourceIds: [member] });
    const serviceId = bookable.service.id;
    const need = [{ groupId: resourceGroupId, quantity: 1 }];
    await setNeeds(owner, { serviceId, resources: need, staffRequirements: [] });
    await expect(deleteResourceGroup(owner, { resourceGroupId })).rejects.toMatchObject({
      reason: "group_needed_by_services",
      details: { services: ["Haarschnitt"] },
    });
    await setNeeds(owner, { serviceId, resources: [], staffRequirements: [] });
    await deleteResourceGroup(owner, { resourceGroupId });
    expect((await getResource(owner, { resourceId: member })).group).toBeNull();
  });
});
