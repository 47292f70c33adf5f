// The running copy as the parts of the bench see it (tests/bench/copy.ts).
import { join } from "node:path";
import { createDatabase, roleUrls } from "./database.mjs";
import { migrateDeploy } from "./migrate-deploy.mjs";
import { readSecrets } from "./secrets.mjs";
import { ROOT } from "./settings.mjs";

/** Makes the bench's view of a started stack. */
export function createBenchCopy({ supervisor }, { demo, environment, superuserUrl }) {
  return {
    demo,
    environment,
    async whilePaused(unit, work) {
      supervisor.signal(unit, "SIGSTOP");
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
