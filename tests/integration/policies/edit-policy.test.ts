import { beforeEach, describe, expect, it } from "vitest";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { editPolicy, resetPolicy } from "@/server/policies/commands/edit-policy";
import { explainPolicy } from "@/server/policies/queries/explain-policy";
import { getPolicies, getPolicy } from "@/server/policies/queries/get-policy";
import { listPolicies } from "@/server/policies/queries/list-policies";
import type { PolicyConfig } from "@/server/policies/schema";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany } from "../../support/booking";
import { createBranch, createStaff } from "../../support/factories";

let ours: BookableCompany;
let owner: CompanyContext;
beforeEach(async () => {
  ours = await createBookableCompany();
  owner = ownerOf(ours.company);
});

const policyType = "cancellation" as const;
const edit = (config: PolicyConfig, at: object = {}) => editPolicy(owner, { policyType, config, ...at });
const everywhere = () => ({ branchId: ours.company.branchId, serviceId: ours.service.id, staffId: ours.staff.id });
const current = () => getPolicy(owner, { type: policyType, ...everywhere() });
const limitedTo = (branchId: string): CompanyContext => ({ ...owner, restriction: { branchIds: [branchId] } });

describe("setting a rule", () => {
  it("holds for everybody, and nearer places change only what they name", async () => {
    await edit({ minHoursNotice: 48, feePercent: 50 });
    await edit({ feeCents: 1500 }, { serviceId: ours.service.id });
    await edit({ minHoursNotice: 6 }, { staffId: ours.staff.id });
    expect(await current()).toMatchObject({ minHoursNotice: 6, feeCents: 1500, feePercent: null, maxFreePerMonth: 2 });
    expect(await getPolicy(owner, { type: policyType })).toMatchObject({ minHoursNotice: 48, feePercent: 50 });
  });

  it("says where each value comes from, and what holds without it", async () => {
    await edit({ minHoursNotice: 48 });
    await edit({ minHoursNotice: 6 }, { staffId: ours.staff.id });
    const { fields, version } = await explainPolicy(owner, { policyType, ...everywhere() });
    const notice = fields.find(({ field }) => field === "minHoursNotice");
    expect(notice).toMatchObject({
      ...{ value: 6, isSetHere: true, inherited: 48, default: 24 },
      source: { scope: "staff", name: ours.staff.name },
      inheritedFrom: { scope: "company" },
    });
    expect(version).toBe(1);
    const ofCompany = await explainPolicy(owner, { policyType });
    expect(ofCompany.fields.find(({ field }) => field === "minHoursNotice")).toMatchObject({
      below: [{ scope: "staff", id: ours.staff.id, value: 6 }],
    });
    const [company, staff] = await listPolicies(owner, { policyType });
    expect([company?.scope, staff?.scope]).toEqual(["company", "staff"]);
    const row = await platformClient().policyConfiguration.findFirstOrThrow({
      where: { configurableId: ours.company.companyId },
    });
    expect(staff?.overridesId).toBe(row.id);
  });

  it("goes on at the nearer place when the one that it started from is taken back", async () => {
    await edit({ minHoursNotice: 48 });
    await edit({ minHoursNotice: 6 }, { staffId: ours.staff.id });
    await resetPolicy(owner, { policyType });
    expect(await listPolicies(owner, { policyType })).toMatchObject([{ scope: "staff", overridesId: null }]);
    expect(await current()).toMatchObject({ minHoursNotice: 6 });
  });

  it("takes back one field, or all", async () => {
    await edit({ minHoursNotice: 48, maxFreePerMonth: 0 });
    await resetPolicy(owner, { policyType, fields: ["minHoursNotice"] });
    expect(await current()).toMatchObject({ minHoursNotice: 24, maxFreePerMonth: 0 });
    await resetPolicy(owner, { policyType });
    expect(await current()).toMatchObject({ maxFreePerMonth: 2 });
    expect(await listPolicies(owner, {})).toEqual([]);
  });

  it("refuses an edit of an older state, also when two set it for the first time", async () => {
    await edit({ minHoursNotice: 48 }, { version: null });
    await expect(edit({ minHoursNotice: 36 }, { version: null })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
      details: { version: 1 },
    });
    await edit({ minHoursNotice: 36 }, { version: 1 });
    await expect(edit({ minHoursNotice: 12 }, { version: 1 })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    const race = await Promise.allSettled([
      edit({ feeCents: 100 }, { staffId: ours.staff.id, version: null }),
      edit({ feeCents: 200 }, { staffId: ours.staff.id, version: null }),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("stands in the log with what it was before", async () => {
    await edit({ minHoursNotice: 48 });
    await edit({ minHoursNotice: 36 });
    const [, entry] = await platformClient().activityLog.findMany({
      where: { companyId: ours.company.companyId, action: "edit_policies" },
      orderBy: { sequence: "asc" },
    });
    expect(entry).toMatchObject({ oldValues: { minHoursNotice: 48 }, newValues: { minHoursNotice: 36 } });
  });
});

describe("whose rules", () => {
  it("are those of the own company only", async () => {
    const theirs = await createBookableCompany();
    await expect(edit({ minHoursNotice: 1 }, { staffId: theirs.staff.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(explainPolicy(owner, { policyType, branchId: theirs.company.branchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await editPolicy(ownerOf(theirs.company), { policyType, config: { minHoursNotice: 1 } });
    expect(await current()).toMatchObject({ minHoursNotice: 24 });
  });

  it("somebody of one branch changes that branch and its people, nothing that holds elsewhere too", async () => {
    const other = await createBranch(ours.company);
    const theirPerson = await createStaff({ companyId: ours.company.companyId, branchId: other.id });
    const manager = limitedTo(ours.company.branchId);
    const set = (at: object) => editPolicy(manager, { policyType, config: { minHoursNotice: 5 }, ...at });
    await set({ branchId: ours.company.branchId });
    await set({ staffId: ours.staff.id });
    await expect(set({ branchId: other.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(set({ staffId: theirPerson.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(set({})).rejects.toMatchObject({ code: "FORBIDDEN", reason: "policy_beyond_own" });
    await expect(set({ serviceId: ours.service.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await editPolicy(owner, { policyType, config: { minHoursNotice: 9 }, branchId: other.id });
    expect((await listPolicies(manager, {})).map(({ id }) => id)).not.toContain(other.id);
    await editPolicy(owner, { policyType, config: { minHoursNotice: 9 } });
    await editPolicy(owner, { policyType, config: { minHoursNotice: 9 }, serviceId: ours.service.id });
    const told = async (ctx: CompanyContext) =>
      (await listPolicies(ctx, {})).map(({ scope, isEditable }) => [scope, isEditable]);
    expect(await told(manager)).toEqual([
      ...[
        ["company", false],
        ["branch", true],
      ],
      ...[
        ["service", false],
        ["staff", true],
      ],
    ]);
    expect((await told(owner)).filter(([, isEditable]) => !isEditable)).toEqual([]);
  });
});

describe("what a process remembers", () => {
  const stampOf = async () =>
    platformClient().masterDataStamp.findUniqueOrThrow({ where: { companyId: ours.company.companyId } });
  /** As another process would, over a connection of its own. */
  const writeElsewhere = (minHoursNotice: number) =>
    platformClient().policyConfiguration.updateMany({
      where: { companyId: ours.company.companyId },
      data: { config: { minHoursNotice } },
    });

  it("is the state of the last change, whoever made it", async () => {
    await edit({ minHoursNotice: 48 });
    expect(await current()).toMatchObject({ minHoursNotice: 48 });
    for (const hours of [1, 2, 3]) {
      await writeElsewhere(hours);
      expect(await current()).toMatchObject({ minHoursNotice: hours });
    }
    await platformClient().policyConfiguration.deleteMany({ where: { companyId: ours.company.companyId } });
    expect(await current()).toMatchObject({ minHoursNotice: 24 });
  });

  it("is asked for only when the stamp has changed", async () => {
    await edit({ minHoursNotice: 48 });
    await current();
    const { companyId, stamp } = await stampOf();
    await writeElsewhere(7);
    // The stamp that the memory has: as if nothing had been written.
    await platformClient().masterDataStamp.update({ where: { companyId }, data: { stamp } });
    expect(await current()).toMatchObject({ minHoursNotice: 48 });
    await platformClient().masterDataStamp.update({ where: { companyId }, data: { stamp: newId() } });
    expect(await current()).toMatchObject({ minHoursNotice: 7 });
  });
});

it("answers several questions in one look", async () => {
  await edit({ minHoursNotice: 48 });
  await editPolicy(owner, { policyType: "no_show", config: { blockAfter: 2 } });
  const { cancellation, no_show } = await getPolicies(owner, { types: ["cancellation", "no_show"] });
  expect(cancellation.minHoursNotice).toBe(48);
  expect(no_show.blockAfter).toBe(2);
});
