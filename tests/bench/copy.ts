import type { Demo } from "../e2e/support/demo";

/** The connection strings of one database, by role. */
export interface RoleUrls {
  owner: string;
  app: string;
  platform: string;
}

/** The running production copy that parts of the bench measure. */
export interface BenchCopy {
  demo: Demo;
  /** Secrets and addresses, as the copy's own processes have them. */
  environment: Record<string, string>;
  /** Starts a second app process on the same database and answers its address. */
  addApp(): Promise<string>;
  /** Does the work while one process of the copy stands still, where it would compete. */
  whilePaused<T>(unit: "runner" | "sandbox", work: () => Promise<T>): Promise<T>;
  /** A migrated, empty database beside the demo's; the name gets the suffix _test. */
  createDatabase(name: string): Promise<RoleUrls>;
}
