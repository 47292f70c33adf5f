import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import packageFile from "@/package.json";
import { log } from "@/server/core/log";
import { listAppliedMigrations, measureQueueWait } from "../repository";
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
  const facts = await within(MAX_WAIT_MS, gatherFacts(expected)).catch((error): HealthFacts => {
    log("app").error({ reason: error instanceof Error ? error.name : "unknown" }, "health: database not reachable");
    return { isReachable: false, missingMigrations: [], oldestWaitSeconds: null };
  });
  return { ...judgeHealth(facts), timestamp: new Date().toISOString(), version: packageFile.version };
}

async function gatherFacts(expected: string[]): Promise<HealthFacts> {
  const applied = new Set(await listAppliedMigrations());
  const missingMigrations = expected.filter((name) => !applied.has(name));
  const oldestWaitSeconds = missingMigrations.length > 0 ? null : await measureQueueWait();
  return { isReachable: true, missingMigrations, oldestWaitSeconds };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
