import type { CompanyContext } from "@/server/core/context";
import type { StartImportInput, StartReconciliationInput } from "../schema";
import { startRun } from "./start-run";

/** Compares both sides now, because somebody asked for it. */
export async function startReconciliation(ctx: CompanyContext, { kind }: StartReconciliationInput) {
  return startRun(ctx, { kind });
}

/** Takes over what stands over there, from so long ago to so far ahead; what is here already stays one. */
export async function startImport(ctx: CompanyContext, { days, future, isDry }: StartImportInput) {
  return startRun(ctx, { kind: "import", backDays: days, aheadDays: Math.max(future, days === 0 ? 1 : 0), isDry });
}
