import { z } from "zod";
import { pruneNotifications } from "@/server/notifications/platform/commands/prune-notifications";
import { retryFailedJobs } from "@/server/operations/platform/commands/retry-failed-jobs";
import { getQueueStatus } from "@/server/operations/platform/queries/get-queue-status";
import { listFailedJobs } from "@/server/operations/platform/queries/list-failed-jobs";
import type { FailedRun } from "@/server/operations/platform/schema";
import { retryWebhooks } from "@/server/webhooks/platform/commands/retry-webhooks";
import { defineCommand } from "../command";

const dryRun = z.boolean().default(false);

export const queueStatus = defineCommand({
  name: "queue:status",
  permission: "view_platform",
  summary: "what waits, what runs and what has failed",
  input: z.strictObject({}),
  async run(_input, { platform }) {
    const status = await getQueueStatus(platform);
    return { data: status, lines: Object.entries(status).map(([name, value]) => `${name.padEnd(20)} ${value}`) };
  },
});

const describeRun = ({ runId, functionId, event, endedAt, error }: FailedRun): string =>
  `${runId}  ${functionId}  on ${event}, ${endedAt.toISOString()}: ${error ?? "unknown"}`;

export const queueFailed = defineCommand({
  name: "queue:failed",
  permission: "view_platform",
  summary: "the jobs that gave up and were not tried again",
  options: [["--limit <n>", "how many (default 50)"]],
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(50) }),
  async run({ limit }, { platform }) {
    const runs = await listFailedJobs(platform, { limit });
    return { data: { runs }, lines: runs.length > 0 ? runs.map(describeRun) : ["none"], hasFindings: runs.length > 0 };
  },
});

export const queueRetry = defineCommand({
  name: "queue:retry",
  permission: "edit_platform",
  summary: "start jobs that gave up once more, with the events that they had",
  options: [
    ["--run <id>", "only this one (see queue:failed)"],
    ["--all", "all of them"],
  ],
  isChange: true,
  input: z
    .strictObject({ run: z.string().min(1).max(60).optional(), all: z.boolean().default(false), dryRun })
    .refine(({ run, all }) => (run !== undefined) !== all, { path: ["run"] }),
  async run({ run, dryRun }, { platform }) {
    const runs = await retryFailedJobs(platform, { runId: run, isDryRun: dryRun });
    const verb = dryRun ? "would be started again" : "will be started again";
    return {
      data: { runs },
      lines: [`${runs.length} ${verb}`, ...runs.map(describeRun)],
      hasFindings: run !== undefined && runs.length === 0,
    };
  },
});

export const webhooksRetry = defineCommand({
  name: "webhooks:retry",
  permission: "edit_platform",
  summary: "work through webhooks that failed for good once more",
  options: [["--hours <hours>", "those of the last hours (default 24)"]],
  isChange: true,
  input: z.strictObject({
    hours: z.coerce
      .number()
      .positive()
      .max(24 * 90)
      .default(24),
    dryRun,
  }),
  async run({ hours, dryRun }, { platform }) {
    const { retried, lost } = await retryWebhooks(platform, { hours, isDryRun: dryRun });
    const verb = dryRun ? "would be tried again" : "will be tried again";
    return {
      data: { retried, lost },
      lines: [
        `${retried.length} ${verb}`,
        ...lost.map(({ id, source }) => `nothing is left to try again: ${id} (${source})`),
      ],
      hasFindings: lost.length > 0,
    };
  },
});

export const notificationsPrune = defineCommand({
  name: "notifications:prune",
  permission: "edit_platform",
  summary: "remove messages that were sent, or came to nothing, long ago",
  options: [["--days <days>", "older than so many days (default 30)"]],
  isChange: true,
  input: z.strictObject({ days: z.coerce.number().int().min(1).max(3650).default(30), dryRun }),
  async run({ days, dryRun }, { platform, progress }) {
    const onProgress = (deleted: number) => progress(`${deleted} removed`);
    const count = await pruneNotifications(platform, { days, isDryRun: dryRun, onProgress });
    return {
      data: { count, days, isDryRun: dryRun },
      lines: [`${count} messages ${dryRun ? "would be removed" : "removed"}`],
    };
  },
});
