import { beforeEach, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { signId } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
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
const nobody = async () => appRouter.createCaller(await createContext(new Headers()));
const addressOf = () => `${newId().slice(-12)}@example.com`;
const placeOf = (userId: string) =>
  platformClient().membership.findFirstOrThrow({ where: { userId, companyId: company.companyId } });
const PASSWORD = "Zwölf Boxkämpfer jagen";

async function invite(place: { roleId?: string; branchIds?: string[]; staffId?: string } = {}, email = addressOf()) {
  const { invitationId } = await (await owner()).team.invite({ email, roleId: ROLE_IDS.receptionist, ...place });
  return { email, invitationId, token: signId("invitation", invitationId) };
}

const isAlive = async (token: string) => (await createContext(browserHeaders(token))).session !== null;

describe("an invitation", () => {
  it("makes an account and a place for somebody new, once", async () => {
    const staff = await createStaff(company);
    const place = { roleId: ROLE_IDS.staff, branchIds: [company.branchId], staffId: staff.id };
    const { token, email } = await invite(place);
    expect(await (await nobody()).team.findOpenInvitation({ token })).toMatchObject({
      ...{ email, hasAccount: false, inviterName: company.owner.name, role: { key: "staff", isBuiltIn: true } },
    });
    const accept = { token, name: "Nora Neu", password: PASSWORD };
    expect(await (await nobody()).team.acceptInvitation(accept)).toEqual({ email });
    const user = await platformClient().user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ name: "Nora Neu", locale: "de", emailVerifiedAt: expect.any(Date) });
    expect(await placeOf(user.id)).toMatchObject({ ...place, isActive: true });
    await expect((await nobody()).team.acceptInvitation(accept)).rejects.toMatchObject({
      message: "invitation_not_open",
    });
    expect(await (await nobody()).team.findOpenInvitation({ token })).toBeNull();
  });

  it("writes one mail with the link's row in it and no token", async () => {
    const { email, invitationId, token } = await invite();
    const mails = await platformClient().accountMail.findMany({ where: { recipient: email } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.facts).toMatchObject({
      kind: "invitation",
      tokenId: invitationId,
      companyName: expect.any(String),
    });
    expect(JSON.stringify(mails)).not.toContain(token);
  });

  it("wants a password that is hard to guess", async () => {
    const { token, email } = await invite();
    for (const password of ["passwortpasswort", email])
      await expect((await nobody()).team.acceptInvitation({ token, name: "Nora", password })).rejects.toMatchObject({
        message: expect.stringMatching(/^password_/),
      });
    expect(await platformClient().user.count({ where: { email } })).toBe(0);
  });

  it("is accepted by one of two who try at the same time", async () => {
    const { token, email } = await invite();
    const accept = async (name: string) => (await nobody()).team.acceptInvitation({ token, name, password: PASSWORD });
    const tries = await Promise.allSettled([accept("Eins"), accept("Zwei")]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await platformClient().membership.count({ where: { user: { email } } })).toBe(1);
  });

  it("is joined by somebody who has an account, and by nobody else", async () => {
    const elsewhere = await createTenantWithCompany();
    const user = await createUser(elsewhere, { email: addressOf() });
    const { token } = await invite({}, user.email);
    expect(await (await nobody()).team.findOpenInvitation({ token })).toMatchObject({ hasAccount: true });
    const accept = { token, name: "Nora", password: PASSWORD };
    await expect((await nobody()).team.acceptInvitation(accept)).rejects.toMatchObject({ message: "account_exists" });
    const stranger = await callerOf(await createUser(elsewhere));
    await expect(stranger.team.joinByInvitation({ token })).rejects.toMatchObject({ message: "invitation_of_another" });
    await expect((await nobody()).team.joinByInvitation({ token })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await (await callerOf(user)).team.joinByInvitation({ token })).toEqual({ companyId: company.companyId });
    const joined = await platformClient().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(joined.emailVerifiedAt).not.toBeNull();
    const me = await (await callerOf(user, company.companyId)).identity.me();
    expect(me.memberships).toHaveLength(2);
    expect(me.company.id).toBe(company.companyId);
  });

  it("brings back somebody who worked here before", async () => {
    const user = await createUser(company, { role: "manager" });
    await (await owner()).team.remove({ membershipId: (await placeOf(user.id)).id });
    const { token } = await invite({ roleId: ROLE_IDS.receptionist }, user.email);
    await (await callerOf(user)).team.joinByInvitation({ token });
    expect(await placeOf(user.id)).toMatchObject({ isActive: true, roleId: ROLE_IDS.receptionist });
  });

  it.each([
    [
      "expired",
      (id: string) =>
        platformClient().invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } }),
    ],
    ["taken back", async (invitationId: string) => (await owner()).team.revokeInvitation({ invitationId })],
    ["sent again", async (invitationId: string) => (await owner()).team.resendInvitation({ invitationId })],
  ])("is no longer open when it was %s", async (_how, end) => {
    const { token, invitationId } = await invite();
    await end(invitationId);
    const accept = { token, name: "Nora", password: PASSWORD };
    await expect((await nobody()).team.acceptInvitation(accept)).rejects.toMatchObject({
      message: "invitation_not_open",
    });
  });

  it("is open for seven days, and again for seven when it is sent again", async () => {
    const { invitationId, email } = await invite();
    const early = new Date(Date.now() + DAY);
    await platformClient().invitation.update({ where: { id: invitationId }, data: { expiresAt: early } });
    await (await owner()).team.resendInvitation({ invitationId });
    const { invitations } = await (await owner()).team.list();
    expect(invitations).toHaveLength(1);
    expect(invitations[0]).toMatchObject({ email, isExpired: false, canEdit: true });
    const days = ((invitations[0]?.expiresAt.getTime() ?? 0) - Date.now()) / DAY;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThanOrEqual(7);
  });

  it("replaces an older one of the same address, and is not sent to somebody who works here", async () => {
    const first = await invite();
    const second = await invite({}, first.email.toUpperCase());
    expect(await (await nobody()).team.findOpenInvitation({ token: first.token })).toBeNull();
    expect((await (await owner()).team.list()).invitations.map(({ id }) => id)).toEqual([second.invitationId]);
    await expect(invite({}, company.owner.email)).rejects.toMatchObject({ message: "already_member" });
  });

  it("is nobody's when its link is made up", async () => {
    const { invitationId } = await invite();
    for (const token of [invitationId, signId("calendar", invitationId), "x", signId("invitation", newId())])
      expect(await (await nobody()).team.findOpenInvitation({ token })).toBeNull();
  });

  it("takes no role, branch or staff member of another company", async () => {
    const theirs = await createTenantWithCompany();
    const [role, staff] = [await createRole(theirs), await createStaff(theirs)];
    await expect(invite({ roleId: role.id })).rejects.toMatchObject({ message: "role_not_found" });
    await expect(invite({ branchIds: [theirs.branchId] })).rejects.toMatchObject({ message: "branch_not_found" });
    await expect(invite({ staffId: staff.id })).rejects.toMatchObject({ message: "staff_not_found" });
    expect((await (await owner()).team.list()).invitations).toEqual([]);
  });

  it("belongs to its company alone", async () => {
    const { invitationId } = await invite();
    const theirs = await callerOf({ id: (await createTenantWithCompany()).owner.userId });
    for (const act of [theirs.team.revokeInvitation, theirs.team.resendInvitation])
      await expect(act({ invitationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

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
