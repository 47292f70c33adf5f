import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { visibleDrifts } from "../../repository/visible";
import type { DriftKind, DriftOutcome, DriftStrategy } from "../schema";

export interface NewDrift {
  runId: string | null;
  eventMapId: string | null;
  appointmentId: string | null;
  bookingUid: string | null;
  kind: DriftKind;
  strategy: DriftStrategy;
  ours: Prisma.InputJsonObject | null;
  theirs: Prisma.InputJsonObject | null;
  /** Null: a person is to decide. */
  outcome: DriftOutcome | null;
}

/** Writes down what was found and what was done about it; what waits already stays one, as both sides stand by now. */
export async function insertDrift(ctx: CompanyContext, drift: NewDrift): Promise<void> {
  const { companyId, now } = ctx;
  const { runId, eventMapId, appointmentId, bookingUid, kind, strategy, outcome } = drift;
  const [ours, theirs] = [drift.ours, drift.theirs].map((side) => side && JSON.stringify(side));
  await ask(
    ctx,
    Prisma.sql`
    INSERT INTO calcom_drifts (id, company_id, run_id, event_map_id, appointment_id, booking_uid, kind, strategy, state, ours, theirs,
      outcome, detected_at, resolved_at)
    VALUES (${newId()}::uuid, ${companyId}::uuid, ${runId}::uuid, ${eventMapId}::uuid, ${appointmentId}::uuid, ${bookingUid}, ${kind},
      ${strategy}, ${outcome ? "resolved" : "open"}::calcom_drift_state, ${ours}::jsonb, ${theirs}::jsonb, ${outcome}, ${now},
      ${outcome ? now : null}::timestamptz)
    ON CONFLICT (company_id, event_map_id, kind) WHERE state = 'open'
    DO UPDATE SET ours = excluded.ours, theirs = excluded.theirs, strategy = excluded.strategy, run_id = excluded.run_id,
      version = calcom_drifts.version + 1, updated_at = clock_timestamp()`,
  );
}

interface Closing {
  eventMapId: string;
  outcome: DriftOutcome;
  by: Prisma.InputJsonObject | null;
}

/** What waited for a decision about a booking waits no more. */
export async function closeDrifts(ctx: CompanyContext, { eventMapId, outcome, by }: Closing): Promise<void> {
  const whoever = by ? JSON.stringify(by) : null;
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_drifts SET state = 'resolved', outcome = ${outcome}, resolved_at = ${ctx.now}, version = version + 1,
      resolved_by = coalesce(${whoever}::jsonb, resolved_by), updated_at = now()
    WHERE company_id = ${ctx.companyId}::uuid AND event_map_id = ${eventMapId}::uuid AND state = 'open'`,
  );
}

/** Both sides came together before anybody decided. */
export async function closeSettledDrifts(ctx: CompanyContext): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_drifts d SET state = 'resolved', outcome = 'equal_again', resolved_at = ${ctx.now}, version = d.version + 1,
      updated_at = now()
    FROM calcom_event_maps m
    WHERE d.company_id = ${ctx.companyId}::uuid AND d.state = 'open' AND m.company_id = d.company_id AND m.id = d.event_map_id
      AND m.drift_status <> 'manual_review'`,
  );
}

/** The booking is another row's from now on, and so is what was found about it. */
export async function moveDrifts(ctx: CompanyContext, { from, to }: { from: string; to: string }): Promise<void> {
  const where = { companyId: ctx.companyId, eventMapId: from };
  await db(ctx).calcomDrift.updateMany({ where, data: { eventMapId: to } });
}

const select = {
  ...{ id: true, version: true, kind: true, strategy: true, state: true, detectedAt: true, eventMapId: true },
  ...{ appointmentId: true, ours: true, theirs: true, outcome: true, resolvedAt: true, resolvedBy: true, runId: true },
  eventMap: { select: { reviewReason: true, driftStatus: true } },
} satisfies Prisma.CalcomDriftSelect;
export type DriftRow = Prisma.CalcomDriftGetPayload<{ select: typeof select }>;

interface DriftPage {
  state: "open" | "resolved";
  kind: DriftKind | undefined;
  skip: number;
  limit: number;
}

/** As much as this person sees; what came together by itself is not shown as open until it is closed. */
function wantedOf(ctx: CompanyContext, { state, kind }: Pick<DriftPage, "state" | "kind">): Prisma.Sql {
  const conditions = [
    Prisma.sql`d.company_id = ${ctx.companyId}::uuid AND d.state = ${state}::calcom_drift_state`,
    visibleDrifts(ctx),
  ];
  if (state === "open")
    conditions.push(Prisma.sql`EXISTS (SELECT FROM calcom_event_maps m
      WHERE m.company_id = d.company_id AND m.id = d.event_map_id AND m.drift_status = 'manual_review')`);
  if (kind) conditions.push(Prisma.sql`d.kind = ${kind}`);
  return Prisma.join(conditions, " AND ");
}

export async function listDriftRows(ctx: CompanyContext, page: DriftPage): Promise<DriftRow[]> {
  const latest = Prisma.raw(page.state === "open" ? "d.detected_at" : "d.resolved_at");
  const found = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT d.id FROM calcom_drifts d WHERE ${wantedOf(ctx, page)}
    ORDER BY ${latest} DESC, d.id DESC OFFSET ${page.skip} LIMIT ${page.limit + 1}`;
  const where = { companyId: ctx.companyId, id: { in: found.map(({ id }) => id) } };
  const rows = await db(ctx).calcomDrift.findMany({ where, select });
  return found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
}

export async function countDriftRows(ctx: CompanyContext, page: Pick<DriftPage, "state" | "kind">): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM calcom_drifts d WHERE ${wantedOf(ctx, page)}`;
  return row?.count ?? 0;
}

export async function findDriftRow(ctx: CompanyContext, id: string): Promise<DriftRow | null> {
  const [found] = await db(ctx).$queryRaw<unknown[]>`
    SELECT d.id FROM calcom_drifts d
    WHERE d.company_id = ${ctx.companyId}::uuid AND d.id = ${id}::uuid AND ${visibleDrifts(ctx)}`;
  return found ? db(ctx).calcomDrift.findFirst({ where: { companyId: ctx.companyId, id }, select }) : null;
}
