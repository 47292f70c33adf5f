import { expect, it } from "vitest";
import { sourcesBelow } from "./source";

const ASKS = /(?<![.\w"])fetch\(|from "(?:node:)?(?:https?|http2|net|tls)"/;
/** The guard itself, and what never leaves this machine. */
const OWN = ["server/core/outbound.ts", "server/sandbox/", "inngest/runner/"];

/** Who asks somebody outside by other means than `fetchPublic`, and is no adapter that asks where the environment says. */
function unguarded(files: readonly { path: string; text: string }[]): string[] {
  return files
    .filter(({ path, text }) => ASKS.test(text) && !OWN.some((own) => path.startsWith(own)))
    .filter(({ path, text }) => !path.includes("/adapters/") || !/\benv\(\)/.test(text))
    .map(({ path }) => path);
}

it("only vendors' adapters ask outside, where the environment says; every other address goes through the guard", () => {
  expect(unguarded(["server", "inngest", "app"].flatMap(sourcesBelow))).toEqual([]);
});

it.each([
  ["server/webhooks/commands/send.ts", "await fetch(endpoint.url)"],
  ["server/webhooks/adapters/send.ts", "await fetch(endpoint.url)"],
  ["server/calendars/read.ts", 'import https from "node:https";'],
])("and this would be found: %s: %s", (path, text) => {
  expect(unguarded([{ path, text }])).toEqual([path]);
});

it("and this is none of its business", () => {
  const asked = { path: "app/page.tsx", text: "list.refetch(); client.prefetch(x); binding.fetch(input, init)" };
  expect(unguarded([asked])).toEqual([]);
});
