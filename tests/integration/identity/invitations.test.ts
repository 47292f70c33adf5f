import { beforeEach, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { signId } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import {
  createRole,
  createStaff,
  createTenantWithCompany,
  createUser,
  ROLE_IDS,
  type TestCompany,
} from "../../support/factories";
import { contextOf } from "../../support/signed-in";

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
