import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { may, type Permission } from "@/server/identity/rules/permissions";

/** A right beside the one that its door has asked for: throws FORBIDDEN, which names it. */
export function requireRight(ctx: CompanyContext, permission: Permission): void {
  if (may(ctx, permission)) return;
  throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
}
