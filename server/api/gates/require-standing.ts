import { AppError } from "@/server/core/errors";
import { checkStanding, type Standing } from "@/server/tenancy/rules/standing";

/** Throws for the people and keys of a suspended business; its telephone and its jobs go on. */
export function requireStanding(standing: Standing): void {
  const refusal = checkStanding(standing);
  if (refusal) throw new AppError(refusal);
}
