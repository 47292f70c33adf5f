/** One thing that was looked at before a start or a release. */
export interface PreflightCheck {
  name: string;
  status: "ok" | "warning" | "failed";
  detail: string;
  /** What to do about it, where there is something to do. */
  advice?: string;
}

export interface QueueStatus {
  /** Facts that the job runner has not been told of. */
  unpublishedEvents: number;
  dueJobs: number;
  plannedJobs: number;
  runningJobs: number;
  failedRuns: number;
  failedMessages: number;
  oldestWaitSeconds: number;
}

export interface FailedRun {
  runId: string;
  functionId: string;
  event: string;
  companyId: string | null;
  endedAt: Date;
  error: string | null;
}

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
