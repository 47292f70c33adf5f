import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { tell } from "./read-stretch";

// Not audited: it asks.
/** In another account everything would seem to be gone, and would be written there. */
export async function requireSameAccount(
  ctx: CompanyContext,
  { apiKey, accountId }: { apiKey: string; accountId: number | null },
) {
  if (accountId === null) return { requests: 0 };
  const told = await tell(ctx, apiKey, (calcom) => calcom.me());
  if ("waitSeconds" in told) return told;
  if (told.answer.id !== accountId) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_other_account" });
  return { requests: told.requests };
}
