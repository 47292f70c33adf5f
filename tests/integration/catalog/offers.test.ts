import { beforeAll, describe, expect, it } from "vitest";
import { setServiceBranches } from "@/server/catalog/services/commands/set-branches";
import { setNeeds } from "@/server/catalog/services/commands/set-needs";
import { getService } from "@/server/catalog/services/queries/get-service";
import { listServices } from "@/server/catalog/services/queries/list-services";
import { listServicesInput } from "@/server/catalog/services/schema/view";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { setServiceStaff } from "@/server/staff/offers/commands/set-service-staff";
import { listServiceStaff } from "@/server/staff/offers/queries/list-service-staff";
import { ownerOf } from "../../support/actors";
import {
  createBranch,
  createService,
  createStaff,
  createTenantWithCompany,
  type TestCompany,
} from "../../support/factories";

let company: TestCompany;
let owner: CompanyContext;
let there: { id: string };
beforeAll(async () => {
  company = await createTenantWithCompany();
  owner = ownerOf(company);
  there = await createBranch(company, { name: "Drüben" });
});
const usual = { priceCents: null, durationMinutes: null };

describe("where a service is offered", () => {
  it("is another price and length in a branch, or nothing at all", async () => {
    const { id: serviceId } = await createService(company);
    const other = { branchId: there.id, isActive: true, priceCents: 3500, durationMinutes: 45 };
    await setServiceBranches(owner, { serviceId, version: 1, branches: [other] });
    const listed = async () =>
      (await listServices(owner, listServicesInput.parse({ branchId: there.id }))).items.find(
        ({ id }) => id === serviceId,
      );
    expect(await listed()).toMatchObject({ priceCents: 3500, durationMinutes: 45 });
    expect((await getService(owner, { serviceId })).version).toBe(2);
    await setServiceBranches(owner, { serviceId, branches: [{ ...usual, branchId: there.id, isActive: false }] });
    expect(await listed()).toBeUndefined();
  });

  it("is for who works with that branch to say", async () => {
    const { id: serviceId } = await createService(company);
    const own = { ...owner, restriction: { branchIds: [company.branchId] } };
    const at = (branchId: string) => ({
      serviceId,
      branches: [{ ...usual, branchId, isActive: true, priceCents: 100 }],
    });
    await expect(setServiceBranches(own, at(there.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { branches, isWholeEditable } = await setServiceBranches(own, at(company.branchId));
    expect(branches).toEqual([expect.objectContaining({ branchId: company.branchId, priceCents: 100 })]);
    expect(isWholeEditable).toBe(false);
    const theirs = await createTenantWithCompany();
    await expect(setServiceBranches(owner, at(theirs.branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what a service needs", () => {
  const room = async (at: TestCompany) =>
    platformClient().resource.create({
      data: { id: newId(), companyId: at.companyId, branchId: at.branchId, type: "room", name: `Raum ${newId()}` },
    });

  it("takes the place of what it needed before", async () => {
    const { id: serviceId } = await createService(company);
    const { id: resourceId, name } = await room(company);
    const [byName, byKind] = [
      { resourceId, quantity: 1 },
      { type: "vehicle" as const, quantity: 2 },
    ];
    const staffRequirements = [{ count: 2, skill: "Massage" }];
    const after = await setNeeds(owner, { serviceId, resources: [byName, byKind], staffRequirements });
    expect(after.resources).toEqual([
      { resourceId, groupId: null, type: null, quantity: 1, name },
      { resourceId: null, groupId: null, type: "vehicle", quantity: 2, name: null },
    ]);
    expect(after.staffRequirements).toEqual(staffRequirements);
    const less = await setNeeds(owner, { serviceId, resources: [], staffRequirements: [] });
    expect(less).toMatchObject({ resources: [], staffRequirements: [] });
  });

  it("is nothing of another company's", async () => {
    const { id: serviceId } = await createService(company);
    const theirs = await createTenantWithCompany();
    const [foreign, stranger] = [await room(theirs), await createStaff(theirs)];
    const group = await platformClient().resourceGroup.create({
      data: { id: newId(), companyId: theirs.companyId, branchId: theirs.branchId, name: "Kabinen" },
    });
    const tried = (resources: object[], staffRequirements: object[] = []) =>
      setNeeds(owner, { serviceId, resources, staffRequirements } as Parameters<typeof setNeeds>[1]);
    await expect(tried([{ resourceId: foreign.id, quantity: 1 }])).rejects.toMatchObject({
      reason: "resource_not_found",
    });
    await expect(tried([{ groupId: group.id, quantity: 1 }])).rejects.toMatchObject({
      reason: "resource_group_not_found",
    });
    await expect(tried([], [{ count: 1, staffIds: [stranger.id] }])).rejects.toMatchObject({
      reason: "staff_not_found",
    });
  });
});

describe("who does a service", () => {
  it("is said in one go, each on their own terms; it is a change of the service and of them", async () => {
    const { id: serviceId } = await createService(company);
    const [anna, ben] = [await createStaff(company, { name: "Anna" }), await createStaff(company, { name: "Ben" })];
    const terms = { durationMinutes: 20, priceCents: null, proficiency: 5 };
    const people = await setServiceStaff(owner, { serviceId, version: 1, people: [{ staffId: anna.id, ...terms }] });
    const named = (staffId: string) => people.find((one) => one.staffId === staffId);
    expect(named(anna.id)?.terms).toEqual(terms);
    expect(named(ben.id)?.terms).toBeNull();
    expect((await getService(owner, { serviceId })).version).toBe(2);
    const versionOf = async (id: string) => (await platformClient().staff.findUniqueOrThrow({ where: { id } })).version;
    expect(await versionOf(anna.id)).toBe(anna.version + 1);
    await expect(setServiceStaff(owner, { serviceId, version: 1, people: [] })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
  });

  it("leaves people of other branches alone, and takes nobody from another company", async () => {
    const { id: serviceId } = await createService(company, { staffIds: [] });
    const [here, away] = [
      await createStaff(company, { serviceIds: [serviceId] }),
      await createStaff(company, { serviceIds: [serviceId], homeBranchId: there.id }),
    ];
    const own = { ...owner, restriction: { branchIds: [company.branchId] } };
    await setServiceStaff(own, { serviceId, people: [] });
    const left = (await listServiceStaff(owner, { serviceId })).filter(({ terms }) => terms);
    expect(left.map(({ staffId }) => staffId)).toEqual([away.id]);
    const stranger = await createStaff(await createTenantWithCompany());
    for (const staffId of [stranger.id, newId()]) {
      const one = { staffId, durationMinutes: null, priceCents: null, proficiency: 3 };
      await expect(setServiceStaff(owner, { serviceId, people: [one] })).rejects.toMatchObject({
        reason: "staff_not_found",
      });
    }
    expect(here.id).not.toBe(away.id);
  });
});
