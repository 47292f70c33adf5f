import { disconnect, platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { localDate, toLocal } from "@/server/core/time";
import { seedClock, ZONE } from "./clock";
import { seedDemo } from "./seed-demo";

/** `node scripts/run.mjs prisma/seed/main.ts [YYYY-MM-DD]`: the demo data as of now, or as of that day at this hour. */
async function main(): Promise<void> {
  const name = new URL(env().PLATFORM_DATABASE_URL ?? "postgres://none/none").pathname.slice(1);
  if (!/_(dev|test)$/.test(name)) throw new Error(`"${name}" is no demo or test database: nothing was written.`);
  const keys = {
    calcomApiKey: process.env.CALCOM_API_KEY || "cal_demo_lindner",
    calcomWebhookSecret: process.env.CALCOM_WEBHOOK_SECRET || "demo-calcom-webhook-secret",
  };
  const isNew = await seedDemo(platformClient(), { now: momentOf(process.argv[2]), keys });
  console.log(isNew ? "demo data written" : "demo data is there already");
}

function momentOf(day: string | undefined): Date {
  const now = new Date();
  if (!day) return now;
  return seedClock(now).at(localDate.parse(day), toLocal(ZONE, now.getTime()).minutes);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
