import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import packageFile from "@/package.json";
import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import { pingRedis } from "../adapters/redis";
import { isIntegrationFailing, listAppliedMigrations, measureQueueWait } from "../repository/health";
import { type HealthFacts, judgeHealth } from "../rules/health";
import type { HealthView } from "../schema";

const MAX_WAIT_MS = 2000;

let shipped: string[] | undefined;

/** The migrations that this build was made with. */
function shippedMigrations(): string[] {
  const folder = join(process.cwd(), "prisma", "migrations");
  shipped ??= existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{14}_/.test(name)) : [];
  return shipped;
}

/** Whether the product can do its work now; quick, and without a secret. */
export async function getHealth(expected = shippedMigrations()): Promise<HealthView> {
  const [facts, isCacheReachable] = await Promise.all([askDatabase(expected), askCache()]);
  const judged = judgeHealth({ ...facts, isCacheReachable });
  return { ...judged, timestamp: new Date().toISOString(), version: packageFile.version };
}

type DatabaseFacts = Omit<HealthFacts, "isCacheReachable">;
const UNKNOWN = { oldestWaitSeconds: null, isIntegrationFailing: false };
const UNREACHABLE = { isReachable: false, missingMigrations: [], ...UNKNOWN };

function askDatabase(expected: string[]): Promise<DatabaseFacts> {
  return within(MAX_WAIT_MS, gatherFacts(expected)).catch((error) => {
    log("app").error({ reason: error instanceof Error ? error.name : "unknown" }, "health: database not reachable");
    return UNREACHABLE;
  });
}

async function gatherFacts(expected: string[]): Promise<DatabaseFacts> {
  const applied = new Set(await listAppliedMigrations());
  const missingMigrations = expected.filter((name) => !applied.has(name));
  if (missingMigrations.length > 0) return { isReachable: true, missingMigrations, ...UNKNOWN };
  const [{ oldestWaitSeconds }, isFailing] = await Promise.all([measureQueueWait(), isIntegrationFailing()]);
  return { isReachable: true, missingMigrations, oldestWaitSeconds, isIntegrationFailing: isFailing };
}

async function askCache(): Promise<boolean | null> {
  const { REDIS_URL } = env();
  return REDIS_URL ? pingRedis(REDIS_URL) : null;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
