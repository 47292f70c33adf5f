import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import type { InvitationView, MemberView } from "../schema";
import { listInvitations, listMembers } from "./list-team";

/** Somebody who works here, as far as they may be seen. */
export async function getMember(ctx: CompanyContext, { membershipId }: { membershipId: string }): Promise<MemberView> {
  const member = (await listMembers(ctx)).find(({ id }) => id === membershipId);
  if (!member) throw notFound("member");
  return member;
}

/** An invitation that nobody has accepted or taken back. */
export async function getInvitation(
  ctx: CompanyContext,
  { invitationId }: { invitationId: string },
): Promise<InvitationView> {
  const invitation = (await listInvitations(ctx)).find(({ id }) => id === invitationId);
  if (!invitation) throw notFound("invitation");
  return invitation;
}
