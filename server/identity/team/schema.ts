import { z } from "zod";
import { newPassword } from "../passwords/schema";
import { locale, signInInput } from "../schema";

/** What somebody may do, where, and which staff member they are. */
const place = {
  roleId: z.uuid(),
  /** Empty: every branch. */
  branchIds: z.array(z.uuid()).max(100).default([]),
  staffId: z.uuid().nullish(),
};

export const inviteMemberInput = z.object({ email: z.email().trim().toLowerCase().max(254), ...place });
export type InviteMemberInput = z.infer<typeof inviteMemberInput>;

export const editMemberInput = z.object({ membershipId: z.uuid(), ...place });
export type EditMemberInput = z.infer<typeof editMemberInput>;

export const memberInput = z.object({ membershipId: z.uuid() });
export const invitationInput = z.object({ invitationId: z.uuid() });

export const memberPlace = z.object({
  role: z.object({ id: z.uuid(), key: z.string(), name: z.string(), isBuiltIn: z.boolean() }),
  branches: z.array(z.object({ id: z.uuid(), name: z.string() })),
  staff: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});

export const memberView = memberPlace.extend({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  hasTwoFactor: z.boolean(),
  lastSeenAt: z.date().nullable(),
  isSelf: z.boolean(),
  /** Whether the person who asks may change or remove them. */
  canEdit: z.boolean(),
  canRemove: z.boolean(),
});
export type MemberView = z.infer<typeof memberView>;
/** Without what their own visits move: its tag says whether their place has changed. */
export const memberDetails = memberView.omit({ lastSeenAt: true });

export const invitationView = memberPlace.extend({
  id: z.uuid(),
  email: z.string(),
  invitedAt: z.date(),
  expiresAt: z.date(),
  isExpired: z.boolean(),
  /** Whether the person who asks may send it again or take it back. */
  canEdit: z.boolean(),
});
export type InvitationView = z.infer<typeof invitationView>;

export const teamView = z.object({ members: z.array(memberView), invitations: z.array(invitationView) });
export type TeamView = z.infer<typeof teamView>;

/** What the person who asks may choose from. */
export const teamChoices = z.object({
  roles: z.array(
    z.object({ id: z.uuid(), key: z.string(), name: z.string(), isBuiltIn: z.boolean(), isOwnOnly: z.boolean() }),
  ),
  branches: z.array(z.object({ id: z.uuid(), name: z.string() })),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** False for somebody of some branches: they name one at least. */
  mayChooseEveryBranch: z.boolean(),
});
export type TeamChoices = z.infer<typeof teamChoices>;

/** The end of the link that the mail carries. */
const token = z.string().min(1).max(200);
export const openInvitationInput = z.object({ token });
export const acceptInvitationInput = z.object({
  token,
  name: z.string().trim().min(1).max(120),
  password: newPassword,
  locale: locale.default("de"),
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;

/** What the link says to whoever opens it. */
export const openInvitation = z.object({
  companyName: z.string(),
  email: signInInput.shape.email,
  role: z.object({ key: z.string(), name: z.string(), isBuiltIn: z.boolean() }),
  inviterName: z.string().nullable(),
  expiresAt: z.date(),
  /** The address has an account: its owner signs in and joins. */
  hasAccount: z.boolean(),
});
export type OpenInvitation = z.infer<typeof openInvitation>;
