import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { askForRun, changeLockedRun, RUN_COLUMNS, type RunChange, type RunRow } from "./runs";

/** Longer than a stretch takes; whoever is killed leaves the run to the next one after it. */
const LEASE_SECONDS = 90;

/** A run as whoever works on it has it. */
export interface HeldRun {
  id: string;
  leaseToken: string | null;
}

/** It was too slow: somebody else has the run, or it is over. What was begun since is undone. */
export class LeaseLost extends Error {}

/** Takes the run for a while; null when it is over or somebody else has it. By the clock that all processes share. */
export async function leaseRun(ctx: CompanyContext, id: string): Promise<RunRow | null> {
  return askForRun(
    ctx,
    Prisma.sql`
    UPDATE calcom_sync_runs
    SET leased_until = clock_timestamp() + ${LEASE_SECONDS}::int * interval '1 second', lease_token = ${newId()}::uuid,
      updated_at = clock_timestamp()
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid AND state = 'running'
      AND (leased_until IS NULL OR leased_until <= clock_timestamp())
    RETURNING ${RUN_COLUMNS}`,
  );
}

/** It is kept for as long again, by whoever has it still. */
export async function renewLease(ctx: CompanyContext, { id, leaseToken }: HeldRun): Promise<void> {
  const [renewed] = await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_sync_runs
    SET leased_until = clock_timestamp() + ${LEASE_SECONDS}::int * interval '1 second', updated_at = clock_timestamp()
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid AND state = 'running' AND lease_token = ${leaseToken}::uuid
    RETURNING id`,
  );
  if (!renewed) throw new LeaseLost();
}

/** Counts and place are changed in the transaction of what they tell of, by whoever has the run. */
export async function changeHeldRun(
  ctx: CompanyContext,
  { id, leaseToken }: HeldRun,
  change: RunChange,
): Promise<void> {
  const held = await askForRun(
    ctx,
    Prisma.sql`
    SELECT ${RUN_COLUMNS} FROM calcom_sync_runs WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid AND state = 'running'
      AND lease_token = ${leaseToken}::uuid FOR UPDATE`,
  );
  if (!held) throw new LeaseLost();
  await changeLockedRun(ctx, held, change);
}
