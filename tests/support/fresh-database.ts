import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { createDatabase, roleUrls, withClient } from "../../scripts/database.mjs";

const superuserUrl = inject("superuserUrl");
const database = `t${randomBytes(6).toString("hex")}_test`;
await createDatabase(superuserUrl, database, "template_test");
const urls = roleUrls(superuserUrl, database, inject("passwords"));

process.env.DATABASE_URL = urls.owner;
process.env.APP_DATABASE_URL = urls.app;
process.env.PLATFORM_DATABASE_URL = urls.platform;
process.env.AUTH_SECRET ??= "test-only-secret-test-only-secret-00";
process.env.ENCRYPTION_KEY ??= "dGVzdC1vbmx5LWtleS10ZXN0LW9ubHkta2V5LTAwMDA=";
process.env.APP_URL ??= "http://localhost:3000";
process.env.PWNED_PASSWORDS_URL ??= "off";
process.env.LOG_LEVEL ??= "silent";
// Who tests something else asks as often as they like; the limits' own tests set theirs.
const often = ["anonymous", "user", "bookings", "reschedule", "cancel", "availability", "links", "sign_in", "webhooks"];
process.env.LIMITS ??= JSON.stringify(Object.fromEntries(often.map((name) => [name, 1_000_000])));

afterAll(async () => {
  const { disconnect } = await import("../../server/core/db");
  await disconnect();
  await withClient(superuserUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`));
});
