import { type NamedVisit, nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { beyond, type ListOrder } from "@/server/core/page";
import { visible } from "../repository/read";
import type { FeeKind } from "./schema";

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

interface StandingQuery {
  appointmentId: string;
  kinds: FeeKind[];
  /** Of the step at that moment. */
  createdAt?: Date;
}
/** What a step has cost and nobody has paid yet. */
export async function listStandingFees(ctx: CompanyContext, { kinds, ...of }: StandingQuery): Promise<FeeRow[]> {
  const rows = await db(ctx).customerFee.findMany({
    where: {
      ...{ companyId: ctx.companyId, ...of, kind: { in: kinds } },
      // What was only taken from a deposit goes back into it.
      OR: [{ status: { in: ["open", "released"] } }, { status: "paid", decisionReason: "from_deposit" }],
    },
    select,
  });
  return withNames(ctx, rows);
}

/** What fees have taken of the deposit of an appointment and not let go again. */
export async function sumTakenFromDeposit(ctx: CompanyContext, appointmentId: string): Promise<number> {
  const { _sum } = await db(ctx).customerFee.aggregate({
    where: { companyId: ctx.companyId, appointmentId, status: { not: "waived" } },
    _sum: { fromDepositCents: true },
  });
  return _sum.fromDepositCents ?? 0;
}

interface FeeQuery {
  where: Prisma.CustomerFeeWhereInput;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
  order?: ListOrder | undefined;
}

export async function listFeeRows(
  ctx: CompanyContext,
  { where, limit, skip, after, order = "desc" }: FeeQuery,
): Promise<FeeRow[]> {
  const at = after ? new Date(Number(after[0])) : null;
  const behind =
    at && after
      ? { OR: [{ createdAt: beyond(order, at) }, { createdAt: at, id: beyond(order, String(after[1])) }] }
      : {};
  const rows = await db(ctx).customerFee.findMany({
    where: { AND: [seen(ctx), where, behind] },
    select,
    orderBy: [{ createdAt: order }, { id: order }],
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
