// The running copy as the parts of the bench see it (tests/bench/copy.ts).
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createDatabase, roleUrls, withClient } from "./database.mjs";
import { migrateDeploy } from "./migrate-deploy.mjs";
import { readSecrets } from "./secrets.mjs";
import { ROOT } from "./settings.mjs";

/** Makes the bench's view of a started stack. */
export function createBenchCopy({ supervisor, addApp }, { demo, environment, superuserUrl }) {
  return {
    demo,
    environment,
    addApp,
    async whilePaused(unit, work) {
      await pause(supervisor, { unit, superuserUrl });
      try {
        return await work();
      } finally {
        supervisor.signal(unit, "SIGCONT");
      }
    },
    async createDatabase(name) {
      const database = `${name}_test`;
      await createDatabase(superuserUrl, database);
      const urls = roleUrls(superuserUrl, database, readSecrets(environment.DATA_DIR).databasePasswords);
      await migrateDeploy(urls.owner, join(ROOT, "prisma/migrations"), () => {});
      return urls;
    },
  };
}

const OPEN = "SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'";
const MOMENT_MS = 100;

/**
 * Stops a process where it has no transaction open: what an open one might still see stays in the tables, and everybody
 * else would read past it.
 */
async function pause(supervisor, { unit, superuserUrl }) {
  for (;;) {
    supervisor.signal(unit, "SIGSTOP");
    await wait(MOMENT_MS);
    const { rowCount } = await withClient(superuserUrl, (client) => client.query(OPEN));
    if (rowCount === 0) return;
    supervisor.signal(unit, "SIGCONT");
    await wait(MOMENT_MS);
  }
}
