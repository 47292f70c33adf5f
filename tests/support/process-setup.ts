import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, roleUrls } from "../../scripts/database.mjs";
import { openProviderDoor } from "./provider-door";
import { testEnvironment } from "./test-environment";

/** This file runs before each test file, but a process may have several of them: they share a database and an environment. */
const shared = globalThis as typeof globalThis & { isTestProcessReady?: boolean };

if (!shared.isTestProcessReady) {
  const superuserUrl = inject("superuserUrl");
  const database = `t${randomBytes(6).toString("hex")}_test`;
  await createDatabase(superuserUrl, database, "template_test");
  const { owner, app, platform } = roleUrls(superuserUrl, database, inject("passwords"));
  const urls = { DATABASE_URL: owner, APP_DATABASE_URL: app, PLATFORM_DATABASE_URL: platform };
  Object.assign(process.env, testEnvironment(await openProviderDoor()), urls);
  shared.isTestProcessReady = true;
}
