import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { ImportLineState, LinePlan, LineProblem } from "../schema";

export interface TakenLine {
  id: string;
  line: number;
  cells: string[];
  appointmentId: string | null;
  customerId: string | null;
  hasNewCustomer: boolean;
}

const INSERTED_AT_ONCE = 1000;

/** As one value for each thousand: line by line they hold up whoever waits for the upload. */
export async function insertLines(
  ctx: CompanyContext,
  { jobId, lines }: { jobId: string; lines: readonly { line: number; cells: string[] }[] },
): Promise<void> {
  for (let from = 0; from < lines.length; from += INSERTED_AT_ONCE) {
    const some = lines.slice(from, from + INSERTED_AT_ONCE).map(({ line, cells }) => ({ id: newId(), line, cells }));
    await ask(
      ctx,
      Prisma.sql`
      INSERT INTO import_lines (id, company_id, job_id, line, cells)
      SELECT id, ${ctx.companyId}::uuid, ${jobId}::uuid, line, cells
      FROM json_to_recordset(${JSON.stringify(some)}::json) AS given (id uuid, line int, cells text[])`,
    );
  }
}

/** The next lines of a job in that state, by their number. */
export async function nextLines(
  ctx: CompanyContext,
  { jobId, state, limit }: { jobId: string; state: ImportLineState; limit: number },
): Promise<TakenLine[]> {
  return db(ctx).importLine.findMany({
    where: { companyId: ctx.companyId, jobId, state },
    select: { id: true, line: true, cells: true, appointmentId: true, customerId: true, hasNewCustomer: true },
    orderBy: { line: "asc" },
    take: limit,
  });
}

export interface LineOutcome {
  state: ImportLineState;
  plan?: LinePlan;
  problems?: LineProblem[];
  appointmentId?: string | null;
  customerId?: string | null;
  hasNewCustomer?: boolean;
}

export async function writeLine(ctx: CompanyContext, id: string, { plan, ...outcome }: LineOutcome): Promise<void> {
  const planned = plan && { plan, staffId: plan.staffId, startsAt: plan.startsAt, endsAt: plan.endsAt };
  await db(ctx).importLine.updateMany({ where: { companyId: ctx.companyId, id }, data: { ...outcome, ...planned } });
}

/** Before it is checked once more: nothing of the last look is left. */
export async function resetLines(ctx: CompanyContext, jobId: string): Promise<void> {
  await db(ctx).importLine.updateMany({
    where: { companyId: ctx.companyId, jobId, state: { in: ["ready", "problem", "failed"] } },
    data: { state: "new", plan: Prisma.DbNull, problems: [], staffId: null, startsAt: null, endsAt: null },
  });
}

/** Failed lines are tried once more when somebody goes on with the import. */
export async function retryFailedLines(ctx: CompanyContext, jobId: string): Promise<void> {
  const where = { companyId: ctx.companyId, jobId, state: "failed" as const };
  await db(ctx).importLine.updateMany({ where, data: { state: "ready", problems: [] } });
}

/** An earlier line of the file that wants the same person at the same time. */
export async function findOverlap(
  ctx: CompanyContext,
  { jobId, line, plan }: { jobId: string; line: number; plan: LinePlan },
): Promise<number | null> {
  if (!plan.staffId || plan.isHistory) return null;
  const row = await db(ctx).importLine.findFirst({
    where: {
      ...{ companyId: ctx.companyId, jobId, state: "ready", line: { lt: line }, staffId: plan.staffId },
      ...{ startsAt: { lt: plan.endsAt }, endsAt: { gt: plan.startsAt }, plan: { path: ["isHistory"], equals: false } },
    },
    select: { line: true },
    orderBy: { line: "asc" },
  });
  return row?.line ?? null;
}

/** The same visit stands in the calendar already: taken over before, or entered by hand. */
export async function isThereAlready(ctx: CompanyContext, plan: LinePlan): Promise<boolean> {
  if (!plan.customerId) return false;
  const { customerId, serviceId, startsAt } = plan;
  const where = { companyId: ctx.companyId, customerId, serviceId, startsAt, status: { not: "cancelled" as const } };
  const row = await db(ctx).appointment.findFirst({ where, select: { id: true } });
  return row !== null;
}

/** Whether a customer who came with the file has anything else. */
export async function hasOtherTraces(ctx: CompanyContext, customerId: string): Promise<boolean> {
  const where = { companyId: ctx.companyId, customerId };
  return (await db(ctx).appointment.count({ where })) > 0 || (await db(ctx).call.count({ where })) > 0;
}
