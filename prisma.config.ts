import { defineConfig } from "prisma/config";

/** Not `env("DATABASE_URL")`: that throws when the variable is unset, even for `generate`. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
