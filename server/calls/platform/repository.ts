import { notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import type { PlatformTransaction } from "@/server/core/platform";

const inList = {
  ...{ id: true, e164: true, createdAt: true },
  branch: { select: { id: true, name: true } },
  agent: { select: { id: true, retellAgentId: true } },
} as const;

export function findNumbers({ tx }: PlatformTransaction, companyId: string) {
  return tx.phoneNumber.findMany({
    where: { companyId, isActive: true },
    select: inList,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
export type NumberRow = Awaited<ReturnType<typeof findNumbers>>[number];

export async function requireNumber(
  { tx }: PlatformTransaction,
  { companyId, phoneNumberId }: { companyId: string; phoneNumberId: string },
): Promise<NumberRow> {
  const where = { id: phoneNumberId, companyId, isActive: true };
  const row = await tx.phoneNumber.findFirst({ where, select: inList });
  if (!row) throw notFound("phone_number");
  return row;
}

/** One operator after the other, so that a number or an agent is given once. */
const alone = ({ tx }: PlatformTransaction, what: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 3))::text`;

const itsCompany = { company: { select: { id: true, name: true } } } as const;

/** The company that a number leads to, or null. */
export async function findNumberHolder(ctx: PlatformTransaction, e164: string) {
  await alone(ctx, e164);
  const row = await ctx.tx.phoneNumber.findFirst({ where: { e164, isActive: true }, select: itsCompany });
  return row?.company ?? null;
}

/** The company that an agent of Retell's answers for, or null. */
export async function findAgentHolder(ctx: PlatformTransaction, retellAgentId: string) {
  await alone(ctx, retellAgentId);
  const row = await ctx.tx.retellAgent.findFirst({ where: { retellAgentId, isActive: true }, select: itsCompany });
  return row?.company ?? null;
}

export async function requireOpenBranch(
  { tx }: PlatformTransaction,
  { companyId, branchId }: { companyId: string; branchId: string | null },
) {
  const open = { companyId, isActive: true, deletedAt: null };
  const where = { ...open, ...(branchId ? { id: branchId } : { isDefault: true }) };
  const select = { id: true, name: true, company: { select: { tenantId: true, status: true, locale: true } } } as const;
  const branch = await tx.branch.findFirst({ where, select });
  if (!branch) throw notFound("branch");
  return branch;
}

interface Agent {
  companyId: string;
  retellAgentId: string;
  name: string;
  language: string;
}

/** The company's agent of this name at Retell, anew or again. */
export async function putAgent({ tx }: PlatformTransaction, agent: Agent): Promise<string> {
  const { companyId, retellAgentId } = agent;
  const { id } = await tx.retellAgent.upsert({
    where: { companyId_retellAgentId: { companyId, retellAgentId } },
    create: { id: newId(), ...agent },
    update: { isActive: true },
    select: { id: true },
  });
  return id;
}

interface NewNumber {
  companyId: string;
  branchId: string;
  agentId: string | null;
  e164: string;
}

/** One that the company had before is the same line again, with the calls that name it. */
export async function putNumber({ tx }: PlatformTransaction, number: NewNumber): Promise<string> {
  const { companyId, e164, ...place } = number;
  const former = await tx.phoneNumber.findFirst({
    where: { companyId, e164, isActive: false },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (former) {
    await tx.phoneNumber.update({ where: { id: former.id }, data: { ...place, isActive: true }, select: { id: true } });
    return former.id;
  }
  const id = newId();
  await tx.phoneNumber.create({ data: { id, ...number, provider: "retell" }, select: { id: true } });
  return id;
}

/** The row stays, because calls name it. An agent that sits on no other line answers nobody either. */
export async function retireNumber({ tx }: PlatformTransaction, { id, agent }: NumberRow): Promise<void> {
  await tx.phoneNumber.update({ where: { id }, data: { isActive: false }, select: { id: true } });
  if (!agent) return;
  const onAnother = { some: { isActive: true } };
  await tx.retellAgent.updateMany({
    where: { id: agent.id, NOT: { phoneNumbers: onAnother } },
    data: { isActive: false },
  });
}
