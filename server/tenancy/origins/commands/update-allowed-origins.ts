import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findOrigins, storeOrigins } from "../repository";
import { normaliseOrigin } from "../rules";
import type { UpdateAllowedOriginsInput } from "../schema";

/** Replaces the list of sites whose pages may use the API in a browser; it holds from the next request on. */
export async function updateAllowedOrigins(ctx: CompanyContext, input: UpdateAllowedOriginsInput): Promise<void> {
  const origins = normaliseList(input.origins);
  await transact(ctx, async (tx) => {
    const before = await findOrigins(tx);
    await storeOrigins(tx, origins);
    recordAudit(tx, {
      action: "edit_api_keys",
      subjectType: "company",
      subjectId: tx.companyId,
      before: { origins: before },
      after: { origins },
    });
  });
}

function normaliseList(entries: string[]): string[] {
  const read = entries.map((entry) => ({ entry, origin: normaliseOrigin(entry) }));
  const wrong = read.filter(({ origin }) => origin === null).map(({ entry }) => entry);
  if (wrong.length > 0)
    throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_origin", details: { entries: wrong } });
  return [...new Set(read.map(({ origin }) => origin as string))].sort();
}
