import { recordAudit } from "@/server/core/activity";
import { companyContext, type TransactionContext } from "@/server/core/context";
import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { hashPassword } from "../../adapters/argon2";
import { teamChanged } from "../../events";
import { requireGoodPassword } from "../../passwords/commands/require-good-password";
import type { PortalSession } from "../../rules/session";
import type { Visitor } from "../../rules/visitor";
import { requireOpenInvitation } from "../queries/find-open-invitation";
import { type LinkedInvitation, registerInvited, takeInvitation, verifyInvited } from "../repository/invitations";
import { startMembership } from "../repository/members";
import type { AcceptInvitationInput } from "../schema";

/** Makes the account of somebody who was invited, and their place in the company. They sign in afterwards. */
export async function acceptInvitation(visitor: Visitor, input: AcceptInvitationInput): Promise<{ email: string }> {
  const { token, name, password, locale } = input;
  const invitation = await requireOpenInvitation({ token });
  const { email, companyName } = invitation;
  if (invitation.userId) throw new AppError({ code: "PRECONDITION_FAILED", reason: "account_exists" });
  await requireGoodPassword(password, [name, email, companyName]);
  const passwordHash = await hashPassword(password);
  const userId = newId();
  const ctx = contextOf(invitation, { visitor, actor: { kind: "user", userId, name } });
  await transact(ctx, async (tx) => {
    const account = { userId, tokenHash: digest(token), name, passwordHash, locale };
    if (!(await registerInvited(tx, account)))
      throw new AppError({ code: "PRECONDITION_FAILED", reason: "account_exists" });
    await join(tx, { invitation, userId });
  });
  return { email };
}

/** Gives somebody who has an account, and is signed in to it, the place that they were invited to. */
export async function joinByInvitation(
  { session, ...visitor }: Visitor & { session: PortalSession },
  { token }: { token: string },
): Promise<{ companyId: string }> {
  const invitation = await requireOpenInvitation({ token });
  const { id: userId, name } = session.user;
  if (invitation.userId !== userId) throw new AppError({ code: "FORBIDDEN", reason: "invitation_of_another" });
  const ctx = contextOf(invitation, { visitor, actor: { kind: "user", userId, name } });
  await transact(ctx, async (tx) => {
    await verifyInvited(tx, { tokenHash: digest(token), userId });
    await join(tx, { invitation, userId });
  });
  return { companyId: invitation.companyId };
}

type Actor = TransactionContext["actor"];

function contextOf({ companyId }: LinkedInvitation, { visitor, actor }: { visitor: Visitor; actor: Actor }) {
  const { now, requestId, ip, userAgent } = visitor;
  return companyContext({ companyId, actor, now, requestId, ip, userAgent });
}

async function join(tx: TransactionContext, { invitation, userId }: { invitation: LinkedInvitation; userId: string }) {
  const place = await takeInvitation(tx, invitation.invitationId);
  if (!place) throw new AppError({ code: "NOT_FOUND", reason: "invitation_not_open" });
  const membershipId = await startMembership(tx, { id: newId(), userId, ...place });
  recordAudit(tx, {
    action: "join_team",
    subjectType: "membership",
    subjectId: membershipId,
    after: { userId, role: invitation.roleKey, ...place },
  });
  await publish(tx, teamChanged, {});
}
