import { type NamedVisit, nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { visible } from "../repository/read";

const select = {
  ...({ id: true, kind: true, status: true, amountCents: true, fromDepositCents: true, currency: true } as const),
  ...({ reason: true, explanation: true, decidedBy: true, decidedAt: true, decisionReason: true } as const),
  ...({ version: true, createdAt: true, customerId: true, appointmentId: true } as const),
  customer: { select: { id: true, firstName: true, lastName: true } },
  appointment: {
    select: {
      id: true,
      startsAt: true,
      parts: true,
      service: { select: { id: true, name: true } },
      branch: { select: { timezone: true } },
    },
  },
} satisfies Prisma.CustomerFeeSelect;
type StoredFee = Prisma.CustomerFeeGetPayload<{ select: typeof select }>;
export type FeeRow = Omit<StoredFee, "appointment"> & { appointment: NamedVisit<StoredFee["appointment"]> };

/** Each with all that was booked for the appointment that it is for. */
async function withNames(ctx: CompanyContext, rows: StoredFee[]): Promise<FeeRow[]> {
  const visits = await nameVisits(
    ctx,
    rows.map(({ appointment }) => appointment),
  );
  return rows.flatMap((row, at) => (visits[at] ? { ...row, appointment: visits[at] } : []));
}

/** Whoever may not see the appointment does not see what it cost. */
const seen = (ctx: CompanyContext): Prisma.CustomerFeeWhereInput => ({
  companyId: ctx.companyId,
  appointment: { is: visible(ctx) },
});

/** The same fee is never asked for twice: whoever comes second leaves the first one's. */
export async function insertFee(
  ctx: CompanyContext,
  data: Omit<Prisma.CustomerFeeCreateManyInput, "id" | "companyId">,
): Promise<void> {
  await db(ctx).customerFee.createMany({
    data: [{ ...data, id: newId(), companyId: ctx.companyId }],
    skipDuplicates: true,
  });
}

export async function findFee(ctx: CompanyContext, id: string): Promise<FeeRow | null> {
  const row = await db(ctx).customerFee.findFirst({ where: { ...seen(ctx), id }, select });
  return (row && (await withNames(ctx, [row]))[0]) ?? null;
}

/** What the appointment's end has cost and nobody has paid yet; what a late move cost stays. */
export async function listStandingFees(ctx: CompanyContext, appointmentId: string): Promise<FeeRow[]> {
  const rows = await db(ctx).customerFee.findMany({
    where: {
      ...{ companyId: ctx.companyId, appointmentId },
      status: { in: ["open", "released"] },
      kind: { in: ["cancellation", "no_show"] },
    },
    select,
  });
  return withNames(ctx, rows);
}

interface FeeQuery {
  where: Prisma.CustomerFeeWhereInput;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
}

export async function listFeeRows(ctx: CompanyContext, { where, limit, skip, after }: FeeQuery): Promise<FeeRow[]> {
  const at = after ? new Date(Number(after[0])) : null;
  const behind =
    at && after ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(after[1]) } }] } : {};
  const rows = await db(ctx).customerFee.findMany({
    where: { AND: [seen(ctx), where, behind] },
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    take: limit + 1,
  });
  return withNames(ctx, rows);
}

export async function countFeeRows(ctx: CompanyContext, where: Prisma.CustomerFeeWhereInput): Promise<number> {
  return db(ctx).customerFee.count({ where: { AND: [seen(ctx), where] } });
}

export async function writeFee(
  ctx: CompanyContext,
  { id, version }: { id: string; version: number },
  data: Prisma.CustomerFeeUpdateManyMutationInput,
): Promise<void> {
  const { count } = await db(ctx).customerFee.updateMany({
    where: { companyId: ctx.companyId, id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}
