import { findStanding } from "../repository";
import { type FeatureFlag, isOn } from "../rules/feature-flags";

/** For jobs, which have no session: whether the company's operators have it switched on. */
export async function isFeatureOn(companyId: string, feature: FeatureFlag): Promise<boolean> {
  const standing = await findStanding(companyId);
  return standing !== null && isOn(standing.featureFlags, feature);
}
