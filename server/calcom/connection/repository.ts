import type { CompanyContext } from "@/server/core/context";
import { decrypt } from "@/server/core/crypto";
import { db } from "@/server/core/db";

export async function countMapped(ctx: CompanyContext): Promise<{ mappingCount: number; memberCount: number }> {
  const where = { companyId: ctx.companyId };
  const mappingCount = await db(ctx).teamEventTypeMapping.count({ where: { ...where, isActive: true } });
  return { mappingCount, memberCount: await db(ctx).calcomTeamMember.count({ where }) };
}

/** The types of teams that stand for something here: each is told of by itself. */
export async function listTeamTypes(ctx: CompanyContext): Promise<{ teamId: number; eventTypeId: number }[]> {
  const rows = await db(ctx).teamEventTypeMapping.findMany({
    where: { companyId: ctx.companyId, isActive: true, calcomTeamId: { not: null } },
    select: { calcomTeamId: true, calcomEventTypeId: true },
    distinct: ["calcomEventTypeId"],
    orderBy: { calcomEventTypeId: "asc" },
  });
  return rows.flatMap(({ calcomTeamId: teamId, calcomEventTypeId: eventTypeId }) =>
    teamId === null ? [] : [{ teamId, eventTypeId }],
  );
}

/** What deliveries are signed with. */
export async function findWebhookSecret(ctx: CompanyContext): Promise<string | null> {
  const { companyId: id } = ctx;
  const company = await db(ctx).company.findFirst({ where: { id }, select: { calcomWebhookSecretEncrypted: true } });
  const kept = company?.calcomWebhookSecretEncrypted;
  return kept ? decrypt(kept, { column: "companies.calcom_webhook_secret_encrypted", rowId: id }) : null;
}

/** Who is who belongs to an account. */
export async function forgetMembers(ctx: CompanyContext): Promise<void> {
  await db(ctx).calcomTeamMember.deleteMany({ where: { companyId: ctx.companyId } });
}

/** When Cal.com told of something last, and of what. */
export async function findLastDelivery(ctx: CompanyContext) {
  return db(ctx).webhookLog.findFirst({
    where: { companyId: ctx.companyId, source: "calcom", isSignatureValid: true },
    select: { receivedAt: true, eventType: true },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
  });
}
