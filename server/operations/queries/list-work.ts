import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countWork } from "../repository/work";
import { type WorkView, workKind } from "../schema";

const NOTHING = { waiting: 0, failed: 0, waitingSince: null, failedSince: null };

/** What waits for somebody else's system and what failed there, of every kind, also those of which there is nothing. */
export async function listWork(ctx: CompanyContext): Promise<WorkView[]> {
  const found = await transact(ctx, (tx) => countWork(tx));
  return workKind.options.map((kind) => found.find((one) => one.kind === kind) ?? { kind, ...NOTHING });
}
