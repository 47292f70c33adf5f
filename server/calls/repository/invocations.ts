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
}

/** The same arguments have the same hash, in whatever order they were written. */
export const argumentsHash = (args: Record<string, unknown>): string =>
  createHash("sha256")
    .update(canonicalize(args) ?? "")
    .digest("hex");

/** The request and, in the same statement, the news of it: on the telephone each round trip counts. */
export async function recordInvocation(ctx: CompanyContext, invocation: Invocation, news?: OutboxRow): Promise<void> {
  const { callId, name, result, status, durationMs } = invocation;
  const hash = argumentsHash(invocation.arguments);
  await ask(
    ctx,
    Prisma.sql`
    WITH told AS (
      INSERT INTO outbox_events (id, company_id, name, payload)
      SELECT ${news?.id ?? null}::uuid, ${ctx.companyId}::uuid, ${news?.name ?? null}, ${news?.payload ?? null}::jsonb
      WHERE ${news !== undefined})
    INSERT INTO call_function_invocations (id, company_id, call_id, name, arguments, arguments_hash, result, is_success, status, duration_ms, occurred_at)
    VALUES (${newId()}::uuid, ${ctx.companyId}::uuid, ${callId}::uuid, ${name}, ${JSON.stringify(invocation.arguments)}::jsonb, ${hash},
      ${JSON.stringify(result)}::jsonb, ${status === "ok"}, ${status}, ${durationMs}::int, ${ctx.now}::timestamptz)`,
  );
}

/** The first good answer to the same request of this call, if it was asked before. */
export async function findFirstAnswer(
  ctx: CompanyContext,
  { callId, name, args }: { callId: string; name: string; args: Record<string, unknown> },
): Promise<Record<string, unknown> | null> {
  const slotId = typeof args.slot_id === "string" ? args.slot_id : null;
  const [row] = await db(ctx).$queryRaw<{ result: Record<string, unknown> }[]>`
    SELECT result FROM call_function_invocations
    WHERE company_id = ${ctx.companyId}::uuid AND call_id = ${callId}::uuid AND name = ${name} AND is_success
      AND (arguments_hash = ${argumentsHash(args)} OR (${name} = 'book-appointment' AND arguments ->> 'slot_id' = ${slotId}))
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
    ORDER BY occurred_at DESC LIMIT 1`;
  return row ?? null;
}

export async function listInvocations(ctx: CompanyContext, callId: string) {
  return db(ctx).callFunctionInvocation.findMany({
    where: { companyId: ctx.companyId, callId },
    select: { id: true, name: true, arguments: true, result: true, status: true, durationMs: true, occurredAt: true },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
}
