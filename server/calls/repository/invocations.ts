import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { OutboxRow } from "@/server/core/outbox";

export interface Invocation {
  callId: string;
  name: string;
  arguments: Record<string, unknown>;
  result: Record<string, unknown>;
  status: string;
  durationMs: number;
  /** Which request it was, for one that must not be carried out again. */
  requestHash?: string | null;
}

/** The same arguments have the same hash, in whatever order they were written. */
export const argumentsHash = (args: Record<string, unknown>): string =>
  createHash("sha256")
    .update(canonicalize(args) ?? "")
    .digest("hex");

/** The request and, in the same statement, the news of it: on the telephone each round trip counts. */
export async function recordInvocation(ctx: CompanyContext, invocation: Invocation, news?: OutboxRow): Promise<void> {
  const { callId, name, result, status, durationMs, requestHash = null } = invocation;
  const hash = argumentsHash(invocation.arguments);
  await ask(
    ctx,
    Prisma.sql`
    WITH told AS (
      INSERT INTO outbox_events (id, company_id, name, payload)
      SELECT ${news?.id ?? null}::uuid, ${ctx.companyId}::uuid, ${news?.name ?? null}, ${news?.payload ?? null}::jsonb
      WHERE ${news !== undefined})
    INSERT INTO call_function_invocations (id, company_id, call_id, name, arguments, arguments_hash, request_hash, result, is_success, status, duration_ms, occurred_at)
    VALUES (${newId()}::uuid, ${ctx.companyId}::uuid, ${callId}::uuid, ${name}, ${JSON.stringify(invocation.arguments)}::jsonb, ${hash}, ${requestHash},
      ${JSON.stringify(result)}::jsonb, ${status === "ok"}, ${status}, ${durationMs}::int, ${ctx.now}::timestamptz)`,
  );
}

interface Asked {
  callId: string;
  name: string;
  args: Record<string, unknown>;
  /** The functions whose success since then makes the answer an old one. */
  undoneBy: readonly string[];
}

/** The first good answer to the same request of this call, if it was asked before and still holds. */
export async function findFirstAnswer(
  ctx: CompanyContext,
  { callId, name, args, undoneBy }: Asked,
): Promise<Record<string, unknown> | null> {
  const hash = argumentsHash(args);
  const [row] = await db(ctx).$queryRaw<{ result: Record<string, unknown> }[]>`
    SELECT result FROM call_function_invocations asked
    WHERE company_id = ${ctx.companyId}::uuid AND call_id = ${callId}::uuid AND name = ${name}
      AND arguments_hash = ${hash} AND is_success
      AND NOT EXISTS (
        SELECT FROM call_function_invocations since
        WHERE since.company_id = asked.company_id AND since.call_id = asked.call_id AND since.is_success
          AND since.name = ANY(${[...undoneBy]}::text[]) AND (since.name, since.arguments_hash) <> (${name}, ${hash})
          AND (since.occurred_at, since.id) > (asked.occurred_at, asked.id))
    ORDER BY occurred_at, id LIMIT 1`;
  return row?.result ?? null;
}

export interface Offered {
  slot: Record<string, unknown>;
  /** The answer that offered it, and what was asked before it. */
  arguments: Record<string, unknown>;
  result: Record<string, unknown>;
  occurredAt: Date;
}

/** A slot that was offered in this call, also in an answer before the last one. */
export async function findOffered(
  ctx: CompanyContext,
  { callId, slotId }: { callId: string; slotId: string },
): Promise<Offered | null> {
  const wanted = JSON.stringify({ id: slotId });
  const [row] = await db(ctx).$queryRaw<Offered[]>`
    SELECT jsonb_path_query_first(result, '$.** ? (@.slot_id == $id)', ${wanted}::jsonb) AS slot, arguments, result,
      occurred_at AS "occurredAt"
    FROM call_function_invocations
    WHERE company_id = ${ctx.companyId}::uuid AND call_id = ${callId}::uuid
      AND jsonb_path_exists(result, '$.** ? (@.slot_id == $id)', ${wanted}::jsonb)
    ORDER BY occurred_at DESC, id DESC LIMIT 1`;
  return row ?? null;
}

export interface Warning {
  appointmentId: string;
  feeCents: number;
  /** Where the appointment is to move. */
  startsAt?: string;
}

/** Whether this call was told exactly that, by this function. */
export async function wasWarned(
  ctx: CompanyContext,
  { callId, name, appointmentId, feeCents, startsAt }: Warning & { callId: string; name: string },
): Promise<boolean> {
  const told = { needs_confirmation: true, appointment_id: appointmentId, fee_cents: feeCents };
  const warning = JSON.stringify({ ...told, ...(startsAt && { new_starts_at: startsAt }) });
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT FROM call_function_invocations
    WHERE company_id = ${ctx.companyId}::uuid AND call_id = ${callId}::uuid AND name = ${name}
      AND status = 'needs_input' AND result @> ${warning}::jsonb LIMIT 1`;
  return rows.length > 0;
}

export async function listInvocations(ctx: CompanyContext, callId: string) {
  return db(ctx).callFunctionInvocation.findMany({
    where: { companyId: ctx.companyId, callId },
    select: { id: true, name: true, arguments: true, result: true, status: true, durationMs: true, occurredAt: true },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
}
