import { beforeEach, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import {
  createBranch,
  createMembership,
  createRole,
  createStaff,
  createTenantWithCompany,
  createUser,
  ROLE_IDS,
  type TestCompany,
} from "../../support/factories";
import { browserHeaders, contextOf, sessionOf } from "../../support/signed-in";

let company: TestCompany;
beforeEach(async () => {
  company = await createTenantWithCompany();
});

const callerOf = async (user: { id: string }, companyId?: string) =>
  appRouter.createCaller(await contextOf({ userId: user.id }, companyId));

const owner = () => callerOf({ id: company.owner.userId });
const addressOf = () => `${newId().slice(-12)}@example.com`;

const placeOf = (userId: string) =>
  platformClient().membership.findFirstOrThrow({ where: { userId, companyId: company.companyId } });

const isAlive = async (token: string) => (await createContext(browserHeaders(token))).session !== null;

describe("a manager of one branch", () => {
  const managerHere = async () =>
    callerOf(await createUser(company, { role: "manager", branchIds: [company.branchId] }));
  const within = () => ({ branchIds: [company.branchId] });

  it("invites receptionists and staff of it, and nobody else", async () => {
    const caller = await managerHere();
    const second = await createBranch(company);
    for (const roleId of [ROLE_IDS.receptionist, ROLE_IDS.staff])
      await expect(caller.team.invite({ email: addressOf(), roleId, ...within() })).resolves.toBeDefined();
    const own = await createRole(company, { permissions: ["view_customers"] });
    for (const roleId of [ROLE_IDS.admin, ROLE_IDS.manager, own.id])
      await expect(caller.team.invite({ email: addressOf(), roleId, ...within() })).rejects.toMatchObject({
        message: "role_above_own",
      });
    for (const branchIds of [[], [second.id], [company.branchId, second.id]])
      await expect(caller.team.invite({ email: addressOf(), roleId: ROLE_IDS.staff, branchIds })).rejects.toMatchObject(
        { message: "branch_beyond_own" },
      );
  });

  it("edits these, lifts nobody up, and removes nobody", async () => {
    const caller = await managerHere();
    const user = await createUser(company, { role: "staff", ...within() });
    const membershipId = (await placeOf(user.id)).id;
    await caller.team.edit({ membershipId, roleId: ROLE_IDS.receptionist, ...within() });
    expect(await placeOf(user.id)).toMatchObject({ roleId: ROLE_IDS.receptionist });
    for (const roleId of [ROLE_IDS.manager, ROLE_IDS.admin])
      await expect(caller.team.edit({ membershipId, roleId, ...within() })).rejects.toMatchObject({
        message: "role_above_own",
      });
    await expect(caller.team.remove({ membershipId })).rejects.toMatchObject({ message: "permission_missing" });
  });

  it("changes neither owners and managers, nor people of other branches, nor themselves", async () => {
    const second = await createBranch(company);
    const self = await createUser(company, { role: "manager", branchIds: [company.branchId] });
    const caller = await callerOf(self);
    const change = async (userId: string) =>
      caller.team.edit({ membershipId: (await placeOf(userId)).id, roleId: ROLE_IDS.staff, ...within() });
    await expect(change(company.owner.userId)).rejects.toMatchObject({ message: "role_above_own" });
    await expect(change(self.id)).rejects.toMatchObject({ message: "role_above_own" });
    const everywhere = await createUser(company, { role: "staff" });
    await expect(change(everywhere.id)).rejects.toMatchObject({ message: "branch_beyond_own" });
    const elsewhere = await createUser(company, { role: "staff", branchIds: [second.id] });
    await expect(change(elsewhere.id)).rejects.toMatchObject({ message: "member_not_found" });
  });

  it("sees who works in it or everywhere, and what may be chosen", async () => {
    const second = await createBranch(company, { name: "Stadtpark" });
    const [here, there] = await Promise.all(
      [company.branchId, second.id].map((id) => createUser(company, { role: "staff", branchIds: [id] })),
    );
    const caller = await managerHere();
    const { members } = await caller.team.list();
    const seen = new Map(members.map(({ userId, canEdit }) => [userId, canEdit]));
    expect(seen.get(here?.id ?? "")).toBe(true);
    expect(seen.has(there?.id ?? "")).toBe(false);
    expect(seen.get(company.owner.userId)).toBe(false);
    expect(members.every(({ canRemove }) => !canRemove)).toBe(true);
    const choices = await caller.team.listChoices();
    expect(choices.roles.map(({ key }) => key)).toEqual(["receptionist", "staff"]);
    expect(choices.branches.map(({ id }) => id)).toEqual([company.branchId]);
    expect(choices.mayChooseEveryBranch).toBe(false);
  });
});

describe("changing somebody's place", () => {
  it("ends their sessions here, so that the old rights are gone at once, and not those of others", async () => {
    const [user, other] = [await createUser(company, { role: "manager" }), await createUser(company)];
    const [mine, theirs] = [await sessionOf({ userId: user.id }), await sessionOf({ userId: other.id })];
    const membershipId = (await placeOf(user.id)).id;
    await (await owner()).team.edit({ membershipId, roleId: ROLE_IDS.receptionist });
    expect([await isAlive(mine), await isAlive(theirs)]).toEqual([false, true]);
  });

  it("leaves them signed in when only their staff member changed", async () => {
    const [user, staff] = [await createUser(company, { role: "receptionist" }), await createStaff(company)];
    const token = await sessionOf({ userId: user.id });
    const membershipId = (await placeOf(user.id)).id;
    await (await owner()).team.edit({ membershipId, roleId: ROLE_IDS.receptionist, staffId: staff.id });
    expect(await isAlive(token)).toBe(true);
    expect(await placeOf(user.id)).toMatchObject({ staffId: staff.id });
  });

  it("gives a custom role's holder nothing above what they have themselves", async () => {
    const role = await createRole(company, {
      permissions: ["view_team", "edit_team", "invite_team", "remove_team", "assign_roles", "view_customers"],
    });
    const caller = await callerOf(await createUser(company, { roleId: role.id }));
    const small = await createRole(company, { permissions: ["view_customers"] });
    const user = await createUser(company, { roleId: small.id });
    const membershipId = (await placeOf(user.id)).id;
    await expect(caller.team.edit({ membershipId, roleId: ROLE_IDS.receptionist })).rejects.toMatchObject({
      message: "role_above_own",
    });
    await expect(caller.team.edit({ membershipId, roleId: role.id })).resolves.toBeUndefined();
    const boss = (await placeOf(company.owner.userId)).id;
    await expect(caller.team.remove({ membershipId: boss })).rejects.toMatchObject({ message: "role_above_own" });
  });
});

describe("the last owner", () => {
  it("is neither removed nor degraded, by anybody", async () => {
    const role = await createRole(company, { permissions: [...ROLE_PERMISSIONS.admin] });
    const caller = await callerOf(await createUser(company, { roleId: role.id }));
    const membershipId = (await placeOf(company.owner.userId)).id;
    await expect(caller.team.remove({ membershipId })).rejects.toMatchObject({ message: "last_owner" });
    await expect(caller.team.edit({ membershipId, roleId: ROLE_IDS.staff })).rejects.toMatchObject({
      message: "last_owner",
    });
    await expect((await owner()).team.remove({ membershipId })).rejects.toMatchObject({ message: "own_membership" });
  });

  it("stays, when two owners remove each other at the same time", async () => {
    const second = await createUser(company);
    const [mine, theirs] = [await placeOf(company.owner.userId), await placeOf(second.id)];
    const [one, two] = [await owner(), await callerOf(second)];
    await Promise.allSettled([
      one.team.remove({ membershipId: theirs.id }),
      two.team.remove({ membershipId: mine.id }),
    ]);
    const left = { companyId: company.companyId, isActive: true, roleId: ROLE_IDS.admin };
    expect(await platformClient().membership.count({ where: left })).toBe(1);
  });
});

describe("removing somebody", () => {
  it("ends their sessions in this company and leaves them another one's", async () => {
    const elsewhere = await createTenantWithCompany();
    const user = await createUser(company, { role: "receptionist" });
    await createMembership(elsewhere, { userId: user.id });
    const here = await sessionOf({ userId: user.id }, company.companyId);
    const there = await sessionOf({ userId: user.id }, elsewhere.companyId);
    await (await owner()).team.remove({ membershipId: (await placeOf(user.id)).id });
    expect([await isAlive(here), await isAlive(there)]).toEqual([false, true]);
    const me = await (await callerOf(user)).identity.me();
    expect(me.memberships.map(({ companyId }) => companyId)).toEqual([elsewhere.companyId]);
    const { members } = await (await owner()).team.list();
    expect(members.some(({ userId }) => userId === user.id)).toBe(false);
  });

  it("is written to the audit log", async () => {
    const user = await createUser(company, { role: "receptionist" });
    const { id: subjectId } = await placeOf(user.id);
    await (await owner()).team.remove({ membershipId: subjectId });
    const where = { companyId: company.companyId, action: "remove_team", subjectId };
    expect(await platformClient().activityLog.count({ where })).toBe(1);
  });

  it("does not reach another company", async () => {
    const user = await createUser(await createTenantWithCompany());
    const { id: membershipId } = await platformClient().membership.findFirstOrThrow({ where: { userId: user.id } });
    await expect((await owner()).team.remove({ membershipId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect((await owner()).team.edit({ membershipId, roleId: ROLE_IDS.staff })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

it("lists who works here, since when they were last seen, and their second factor", async () => {
  const staff = await createStaff(company, { name: "Jonas" });
  await createUser(company, {
    ...{ name: "Anna Zwei", role: "staff", branchIds: [company.branchId], staffId: staff.id },
    totpEnabledAt: new Date(),
  });
  const { members } = await (await owner()).team.list();
  expect(members.map(({ name, hasTwoFactor, isSelf }) => ({ name, hasTwoFactor, isSelf }))).toEqual([
    { name: "Anna Zwei", hasTwoFactor: true, isSelf: false },
    { name: "Kim Beispiel", hasTwoFactor: false, isSelf: true },
  ]);
  expect(members[0]).toMatchObject({
    role: { key: "staff", isBuiltIn: true },
    branches: [{ id: company.branchId, name: "Hauptfiliale" }],
    staff: { id: staff.id, name: "Jonas" },
    lastSeenAt: null,
    canEdit: true,
    canRemove: true,
  });
  expect(Date.now() - (members[1]?.lastSeenAt?.getTime() ?? 0)).toBeLessThan(60_000);
});
