import { AppError } from "@/server/core/errors";
import { type FeatureFlag, isOn } from "@/server/tenancy/rules/feature-flags";

/** Throws FEATURE_DISABLED for what is switched off, for this tenant or for all; its data stays. */
export function requireFeature(flags: Readonly<Record<string, boolean>>, feature: FeatureFlag): void {
  if (isOn(flags, feature)) return;
  throw new AppError({ code: "FEATURE_DISABLED", reason: "feature_disabled", details: { feature } });
}
