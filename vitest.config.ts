import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  "server-only": fileURLToPath(new URL("./tests/support/empty-module.ts", import.meta.url)),
};

/**
 * Integration tests (files, folders) that need a process and a database of their own, each with the reason. All others
 * share them with the files before: modules are loaded once, the environment is read once, other companies' rows are there.
 */
export const ALONE: Record<string, string> = {
  "tests/integration/isolation/fuzz.test.ts": "compares every row of the database; no provider answers",
  "tests/integration/isolation/fuzz-rest.test.ts": "compares every row of the database; no provider answers",
  "tests/integration/isolation/fuzz-doors.test.ts": "knocks without limits; no provider answers",
  "tests/integration/isolation/credentials.test.ts": "looks for secrets in every row; no provider answers",
  "tests/integration/isolation/tables.test.ts": "walks the catalogue and every row",
  "tests/integration/inngest/": "a runner works through everything that waits",
  "tests/integration/calcom/sync-jobs.test.ts": "a runner works through everything that waits",
  "tests/integration/calcom/hours-jobs.test.ts": "a runner works through everything that waits",
  "tests/integration/calcom/reconcile-jobs.test.ts": "a runner works through everything that waits",
  "tests/integration/calcom/long-run.test.ts": "a runner works through everything that waits",
  "tests/integration/calcom/owed-writes.test.ts": "a runner works through everything that waits",
  "tests/integration/core/outbox-publisher.test.ts": "publishes everything that waits",
  "tests/integration/core/log-lines.test.ts": "logs into a file; a runner works through everything that waits",
  "tests/integration/core/slow-query.test.ts": "logs into a file",
  "tests/integration/core/redis-fails.test.ts": "counts in Redis",
  "tests/integration/core/request-counters.test.ts": "counts and prunes every bucket",
  "tests/integration/api/security-log.test.ts": "logs into a file",
  "tests/integration/api/limits-in-redis.test.ts": "counts in Redis, has limits of its own",
  "tests/integration/api/rate-limits.test.ts": "has limits of its own",
  "tests/integration/webhooks/held.test.ts": "has limits of its own",
  "tests/integration/webhooks/held-calls.test.ts": "has limits of its own",
  "tests/integration/calls/older-shapes.test.ts": "takes what the provider sent before",
  "tests/integration/api/bench.test.ts": "loads modules anew; tables of the bench",
  "tests/integration/api/cli/changing-commands.test.ts": "works through every company's failed webhooks",
  "tests/integration/api/cli/commands.test.ts": "asks for the health of the whole platform",
  "tests/integration/api/cli/checking-commands.test.ts": "checks every company, and breaks the platform's chain",
  "tests/integration/api/live.test.ts": "handlers of signals",
  "tests/integration/identity/passwords.test.ts": "asks a service of its own for stolen passwords",
  "tests/integration/notifications/webhooks.test.ts": "logs into a file",
  "tests/integration/operations/": "looks at the whole database",
  "tests/integration/seed/": "counts what the seed leaves in an empty database",
  "tests/integration/scripts/": "databases and processes of its own",
  "tests/integration/bench/": "fills the database",
  "tests/integration/audit/long-log.test.ts": "fills the database",
};

const alone = Object.keys(ALONE).map((path) => (path.endsWith("/") ? `${path}**/*.test.ts` : path));

// Nothing is timed: a limit only ends what hangs, also on a machine that is busy with something else.
const PATIENT = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

const onDatabase = {
  globalSetup: ["tests/support/global-setup.ts"],
  setupFiles: ["tests/support/process-setup.ts", "tests/support/property-seed.ts"],
  ...PATIENT,
};

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], ...PATIENT },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "integration",
          isolate: false,
          include: ["tests/integration/**/*.test.ts"],
          exclude: alone,
        },
      },
      {
        extends: true,
        test: { ...onDatabase, name: "integration-alone", include: alone },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "simulation",
          // Nearly everything that a run allocates is gone with its next step.
          execArgv: ["--max-semi-space-size=64"],
          include: ["tests/simulation/**/*.test.ts"],
          setupFiles: [...onDatabase.setupFiles, "tests/simulation/setup.ts"],
          testTimeout: 3_600_000,
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "evaluation",
          include: ["tests/evaluation/**/*.test.ts"],
          setupFiles: [...onDatabase.setupFiles, "tests/simulation/setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/unit-setup.ts", "tests/support/property-seed.ts"],
          ...PATIENT,
        },
      },
    ],
  },
});
