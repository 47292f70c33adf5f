import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { describeHealth, readFigures } from "../../queries/gather-details";
import type { HealthDetails } from "../../schema";

const TIMEZONE = "Europe/Berlin";

/** How the product stands, with the figures of every company together. */
export async function getPlatformHealth(ctx: PlatformContext): Promise<HealthDetails> {
  const all = { timezone: TIMEZONE, companyId: null };
  return describeHealth(await transactAsPlatform(ctx, ({ tx, now }) => readFigures({ tx, now, ...all })));
}
