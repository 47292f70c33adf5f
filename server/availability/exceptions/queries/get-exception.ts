import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findException } from "../repository";
import type { ExceptionView } from "../schema";
import { toExceptionView } from "../views";

/** An absence, a closure or special hours, as far as whoever asks may see them. */
export async function getException(
  ctx: CompanyContext,
  { exceptionId }: { exceptionId: string },
): Promise<ExceptionView> {
  return transact(ctx, async (tx) => {
    const row = await findException(tx, exceptionId);
    if (!row) throw notFound("exception");
    return toExceptionView(row);
  });
}
