// `npm run migrate`: applies the pending migrations to DATABASE_URL without Prisma's engine.
import { migrateDeploy } from "./migrate-deploy.mjs";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL is not set: give the owner role's connection string.");
  process.exit(1);
}
const applied = await migrateDeploy(url);
console.log(applied.length ? `${applied.length} migration(s) applied` : "the database is up to date");
