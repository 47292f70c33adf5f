import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { beyond, type ListOrder } from "@/server/core/page";
import { isAudible } from "../rules/keep-allowed";

const listSelect = {
  id: true,
  direction: true,
  status: true,
  outcome: true,
  alarm: true,
  sentiment: true,
  startedAt: true,
  endedAt: true,
  durationSec: true,
  fromNumber: true,
  toNumber: true,
  summary: true,
  transcriptTurns: true,
  isAppointmentMade: true,
  providerCost: true,
  reviewedAt: true,
  branch: { select: { id: true, name: true, timezone: true } },
  customer: { select: { id: true, firstName: true, lastName: true } },
  agent: { select: { name: true } },
} satisfies Prisma.CallSelect;

const detailSelect = {
  ...listSelect,
  retellCallId: true,
  transcript: true,
  recordingUrl: true,
  disconnectionReason: true,
  intent: true,
  topics: true,
  isSuccessful: true,
  extractedData: true,
  latencyMs: true,
  costCents: true,
  identityLevel: true,
  consent: true,
  consentWords: true,
  consentScriptVersion: true,
  consentAt: true,
  reviewNote: true,
  callFunctionInvocations: {
    select: { id: true, name: true, arguments: true, result: true, status: true, durationMs: true, occurredAt: true },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  },
  callbackRequests: {
    select: { id: true, reason: true, status: true, dueAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.CallSelect;

export type CallListRow = Prisma.CallGetPayload<{ select: typeof listSelect }>;
export type CallDetailRow = Prisma.CallGetPayload<{ select: typeof detailSelect }>;

/** The company, and what the user's role narrows: own calls, own branches. */
function visible(ctx: CompanyContext): Prisma.CallWhereInput {
  const { staffId, branchIds } = ctx.restriction ?? { branchIds: [] };
  return {
    companyId: ctx.companyId,
    deletedAt: null,
    ...(staffId ? { staffId } : {}),
    ...(branchIds.length > 0 ? { branchId: { in: branchIds } } : {}),
  };
}

interface CallQuery {
  where: Prisma.CallWhereInput;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
  order: ListOrder;
}

/** By their beginning. */
export async function listCallRows(ctx: CompanyContext, query: CallQuery): Promise<CallListRow[]> {
  const { order } = query;
  return db(ctx).call.findMany({
    where: { AND: [visible(ctx), query.where, query.after ? behind(query.after, order) : {}] },
    select: listSelect,
    orderBy: [{ startedAt: order }, { id: order }],
    skip: query.skip,
    take: query.limit + 1,
  });
}

export async function countCallRows(ctx: CompanyContext, { where }: { where: Prisma.CallWhereInput }): Promise<number> {
  return db(ctx).call.count({ where: { AND: [visible(ctx), where] } });
}

function behind([startedAt, id]: (string | number)[], order: ListOrder): Prisma.CallWhereInput {
  const at = new Date(Number(startedAt));
  return { OR: [{ startedAt: beyond(order, at) }, { startedAt: at, id: beyond(order, String(id)) }] };
}

export async function findCallDetail(ctx: CompanyContext, id: string): Promise<CallDetailRow | null> {
  return db(ctx).call.findFirst({ where: { ...visible(ctx), id }, select: detailSelect });
}

/** Where the provider keeps what was recorded, of a call that may be listened to. */
export async function findRecordingUrl(ctx: CompanyContext, id: string): Promise<string | null> {
  const where = { ...visible(ctx), id };
  const row = await db(ctx).call.findFirst({ where, select: { recordingUrl: true, consent: true } });
  return row && isAudible(row) ? row.recordingUrl : null;
}

export interface CallCounts {
  total: number;
  answered: number;
  withAppointment: number;
  /** Calls to us that lasted ten seconds or more, and those of them that were booked in. */
  conversations: number;
  converted: number;
  averageDurationSec: number | null;
  unreviewed: number;
  ongoing: number;
}

/** All figures in one pass over the period's index range. */
export async function countCalls(
  ctx: CompanyContext,
  { from, until, branchId }: { from?: Date; until?: Date; branchId?: string },
): Promise<CallCounts> {
  const { staffId = null, branchIds } = ctx.restriction ?? { branchIds: [] };
  const branches = branchId ? [branchId] : branchIds;
  const [row] = await db(ctx).$queryRaw<CallCounts[]>`
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE status IN ('ended', 'ongoing') AND outcome NOT IN ('abandoned', 'spam', 'voicemail'))::int AS answered,
      count(*) FILTER (WHERE is_appointment_made)::int AS "withAppointment",
      count(*) FILTER (WHERE direction = 'inbound' AND duration_sec >= 10)::int AS conversations,
      count(*) FILTER (WHERE direction = 'inbound' AND duration_sec >= 10 AND is_appointment_made)::int AS converted,
      round(avg(duration_sec) FILTER (WHERE duration_sec > 0))::int AS "averageDurationSec",
      count(*) FILTER (WHERE reviewed_at IS NULL AND status NOT IN ('registered', 'ongoing'))::int AS unreviewed,
      count(*) FILTER (WHERE status IN ('registered', 'ongoing'))::int AS ongoing
    FROM calls
    WHERE company_id = ${ctx.companyId}::uuid AND deleted_at IS NULL
      AND started_at >= coalesce(${from ?? null}::timestamptz, '-infinity') AND started_at < coalesce(${until ?? null}::timestamptz, 'infinity')
      AND (cardinality(${branches}::uuid[]) = 0 OR branch_id = ANY (${branches}::uuid[]))
      AND (${staffId}::uuid IS NULL OR staff_id = ${staffId}::uuid)
      AND NOT (cardinality(${branchIds}::uuid[]) > 0 AND branch_id <> ALL (${branchIds}::uuid[]))`;
  if (!row) throw new Error("an aggregate always has one row");
  return row;
}

/** How many the change found: none of another company's, nor one beyond the user's role. */
export async function writeVisibleCall(
  ctx: CompanyContext,
  id: string,
  data: Prisma.CallUncheckedUpdateManyInput,
): Promise<number> {
  const { count } = await db(ctx).call.updateMany({ where: { ...visible(ctx), id }, data });
  return count;
}

export async function insertCall(
  ctx: CompanyContext,
  data: Omit<Prisma.CallUncheckedCreateInput, "companyId">,
): Promise<void> {
  await db(ctx).call.create({ data: { ...data, companyId: ctx.companyId }, select: { id: true } });
}

export async function reviewCall(
  ctx: CompanyContext,
  id: string,
  review: { reviewedAt: Date | null; reviewedByUserId: string | null; reviewNote?: string | null },
): Promise<number> {
  const { count } = await db(ctx).call.updateMany({ where: { ...visible(ctx), id }, data: review });
  return count;
}
