import { z } from "zod";

/** One thing that was looked at before a start or a release. */
export interface PreflightCheck {
  name: string;
  status: "ok" | "warning" | "failed";
  detail: string;
  /** What to do about it, where there is something to do. */
  advice?: string;
}

export const queueStatus = z.object({
  /** Facts that the job runner has not been told of. */
  unpublishedEvents: z.int(),
  dueJobs: z.int(),
  plannedJobs: z.int(),
  runningJobs: z.int(),
  /** Jobs that gave up and were not started again. */
  failedRuns: z.int(),
  failedMessages: z.int(),
  oldestWaitSeconds: z.number(),
});
export type QueueStatus = z.infer<typeof queueStatus>;

export const failedRun = z.object({
  runId: z.string(),
  functionId: z.string(),
  event: z.string(),
  companyId: z.string().nullable(),
  /** Null for what concerns no company, or one that is gone. */
  companyName: z.string().nullable(),
  endedAt: z.date(),
  error: z.string().nullable(),
  /** Somebody has asked for another start, and the runner has not come to it yet. */
  isAskedFor: z.boolean(),
});
export type FailedRun = z.infer<typeof failedRun>;

/** As many as one sees at once, the newest first. */
export const SHOWN_JOBS = 100;

export const retryJobsInput = z.object({ runId: z.string().min(1).max(60).optional() });
export type RetryJobsInput = z.infer<typeof retryJobsInput>;
export const retriedJobs = z.object({ retried: z.int() });

/** Rows that contradict each other. */
export interface DataFinding {
  check: string;
  count: number;
  /** The ids of some of them. */
  examples: string[];
}

export interface RotationReport {
  columns: { column: string; total: number; rewritten: number; unreadable: string[] }[];
  isDryRun: boolean;
}
