import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { roleSelect } from "../../roles/repository";
import type { PlaceData } from "./members";

const select = {
  id: true,
  email: true,
  branchIds: true,
  createdAt: true,
  expiresAt: true,
  role: { select: roleSelect },
  staff: { select: { id: true, name: true } },
} satisfies Prisma.InvitationSelect;
export type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof select }>;

const waiting = ({ companyId }: CompanyContext) => ({ companyId, acceptedAt: null, revokedAt: null });

/** Those that nobody has accepted or taken back; expired ones too, so that they can be sent again. */
export function listInvitationRows(ctx: CompanyContext): Promise<InvitationRow[]> {
  return db(ctx).invitation.findMany({
    where: waiting(ctx),
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

export function findInvitationRow(ctx: CompanyContext, invitationId: string): Promise<InvitationRow | null> {
  return db(ctx).invitation.findFirst({ where: { ...waiting(ctx), id: invitationId }, select });
}

/** How many were taken back: none when somebody was faster. */
export async function revokeInvitations(ctx: CompanyContext, which: { id: string } | { email: string }) {
  const { count } = await db(ctx).invitation.updateMany({
    where: { ...waiting(ctx), ...which },
    data: { revokedAt: ctx.now },
  });
  return count;
}

export interface NewInvitation extends PlaceData {
  id: string;
  email: string;
  tokenHash: string;
  invitedByUserId: string | null;
  expiresAt: Date;
}

export async function insertInvitation(ctx: CompanyContext, invitation: NewInvitation): Promise<void> {
  const data = { ...invitation, companyId: ctx.companyId, createdAt: ctx.now };
  await db(ctx).invitation.create({ data, select: { id: true } });
}

/** Whose account an invited address is, if it has one. */
export async function findInvitedAccount(ctx: CompanyContext, email: string): Promise<string | null> {
  const [row] = await db(ctx).$queryRaw<{ id: string | null }[]>`SELECT invitation_account(${email}::citext) AS id`;
  return row?.id ?? null;
}

/** What the company's name is, and in which language it writes to people whom it does not know. */
export async function findSender(ctx: CompanyContext) {
  return db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select: { name: true, locale: true } });
}

export interface LinkedInvitation {
  invitationId: string;
  companyId: string;
  companyName: string;
  email: string;
  roleKey: string;
  roleName: string;
  isBuiltIn: boolean;
  inviterName: string | null;
  expiresAt: Date;
  isOpen: boolean;
  /** The account that the address has. */
  userId: string | null;
}

/** Before any company is known: what a link's token stands for. */
export async function findByToken(tokenHash: string): Promise<LinkedInvitation | null> {
  const [row] = await appClient().$queryRaw<LinkedInvitation[]>`
    SELECT invitation_id AS "invitationId", company_id AS "companyId", company_name AS "companyName", email,
      role_key AS "roleKey", role_name AS "roleName", is_built_in AS "isBuiltIn", inviter_name AS "inviterName",
      expires_at AS "expiresAt", is_open AS "isOpen", user_id AS "userId"
    FROM invitation_find(${tokenHash})`;
  return row ?? null;
}

interface NewAccount {
  userId: string;
  tokenHash: string;
  name: string;
  passwordHash: string;
  locale: string;
}

/** False when the address has an account by now. */
export async function registerInvited(ctx: CompanyContext, account: NewAccount): Promise<boolean> {
  const { userId, tokenHash, name, passwordHash, locale } = account;
  const [row] = await db(ctx).$queryRaw<{ id: string | null }[]>`
    SELECT invitation_register(${tokenHash}, ${userId}::uuid, ${name}, ${passwordHash}, ${locale}) AS id`;
  return row?.id === userId;
}

/** Their address counts as verified: only its mailbox has the link. */
export async function verifyInvited(ctx: CompanyContext, whose: { tokenHash: string; userId: string }): Promise<void> {
  await db(ctx).$queryRaw`SELECT invitation_verify(${whose.tokenHash}, ${whose.userId}::uuid)::text`;
}

/** Takes the invitation for whoever comes first; null when it is not open any more. */
export async function takeInvitation(ctx: CompanyContext, invitationId: string): Promise<PlaceData | null> {
  const open = { ...waiting(ctx), id: invitationId, expiresAt: { gt: ctx.now } };
  const { count } = await db(ctx).invitation.updateMany({ where: open, data: { acceptedAt: ctx.now } });
  if (count === 0) return null;
  return db(ctx).invitation.findFirstOrThrow({
    where: { companyId: ctx.companyId, id: invitationId },
    select: { roleId: true, branchIds: true, staffId: true },
  });
}
