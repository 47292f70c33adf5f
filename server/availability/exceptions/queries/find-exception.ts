import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findException as findRow } from "../repository";
import type { ExceptionView } from "../schema";
import { toExceptionView } from "../views";

export interface FoundException extends ExceptionView {
  /** Who asked for it, where somebody did. */
  requestedByUserId: string | null;
}

/** An absence or a closure as it stands; null for one that was withdrawn. */
export async function findException(
  ctx: CompanyContext,
  { exceptionId }: { exceptionId: string },
): Promise<FoundException | null> {
  const row = await transact(ctx, (tx) => findRow(tx, exceptionId));
  return row && { ...toExceptionView(row), requestedByUserId: row.requestedByUserId };
}
