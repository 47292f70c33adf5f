import { statfs } from "node:fs/promises";
import { env } from "@/server/core/env";
import { countActivity, findLastCall, findProviders, type Scope } from "../repository/activity";
import { measureQueueWait } from "../repository/health";
import { judgeStorage } from "../rules/health";
import type { HealthDetails } from "../schema";
import { getHealth } from "./get-health";

/** What stands in the rows of one company, or of all, and how long the database took for the first question. */
export async function readFigures(scope: Scope) {
  const startedAt = performance.now();
  const counts = await countActivity(scope);
  const latencyMs = Math.round((performance.now() - startedAt) * 10) / 10;
  return { counts, latencyMs, providers: await findProviders(scope), lastCall: await findLastCall(scope) };
}

/** These figures beside what is everybody's: database, queue, cache and disk. Asked outside of the figures' transaction. */
export async function describeHealth(figures: Awaited<ReturnType<typeof readFigures>>): Promise<HealthDetails> {
  const { counts, latencyMs, providers, lastCall } = figures;
  const [health, { pendingJobs }, usedPercent] = await Promise.all([getHealth(), measureQueueWait(), diskUsage()]);
  const { status, database, cache, queue } = health;
  const standOf = (name: string) => providers.find(({ provider }) => provider === name);
  const statusOf = (name: string) => standOf(name)?.status ?? "not_connected";
  const lastSync = (name: string) => standOf(name)?.lastSuccessAt?.toISOString() ?? null;
  return {
    status,
    checks: {
      database: { status: database, latency_ms: latencyMs },
      cache: { status: cache, driver: env().REDIS_URL ? "redis" : "database" },
      queue: { status: queue, pending_jobs: pendingJobs },
      storage: { status: judgeStorage(usedPercent), disk_usage: usedPercent },
    },
    integrations: {
      cal_com: { status: statusOf("calcom"), last_sync: lastSync("calcom") },
      retell: { status: statusOf("retell"), last_call: lastCall?.toISOString() ?? null },
      stripe: { status: statusOf("stripe"), last_sync: lastSync("stripe") },
    },
    metrics: { ...counts, queue_jobs_pending: pendingJobs },
  };
}

/** How much of the disk is taken, in percent. */
async function diskUsage(): Promise<number> {
  const { blocks, bavail } = await statfs(process.cwd());
  return Math.round((1 - bavail / blocks) * 1000) / 10;
}
