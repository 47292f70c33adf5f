import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { requireRight } from "./require-right";

interface Wish {
  overridesPolicy?: boolean | undefined;
  waivesDeposit?: boolean | undefined;
  overrideReason?: string | null | undefined;
}

/** Deciding against a policy is said, is a right, and has a reason; nobody does it by merely holding the right. */
export function requireOverride(ctx: CompanyContext, { overridesPolicy, waivesDeposit, overrideReason }: Wish): void {
  if (!overridesPolicy && !waivesDeposit) return;
  requireRight(ctx, "override_appointments");
  if (!overrideReason) throw new AppError({ code: "VALIDATION_ERROR", reason: "override_reason_missing" });
}
