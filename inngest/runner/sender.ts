import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import { createPool } from "./database";
import { createEmbeddedFetch } from "./embedded-fetch";

let connected: typeof fetch | undefined;

/** The client's `fetch` in a process without a runner: events are stored through the app's own role, nothing else works. */
export const sendFromApp: typeof fetch = (input, init) => {
  connected ??= createEmbeddedFetch({
    db: createPool(env().APP_DATABASE_URL, { max: 2, log: (message, facts) => log("jobs").warn(facts, message) }),
  });
  return connected(input, init);
};
