import { Inngest } from "inngest";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signRequest } from "@/inngest/runner/signature";
import { createTables, createTestClient, platformUrl, silent } from "./harness";

const tables = createTables();
const address = "http://localhost/api/inngest";
let route: typeof import("@/app/api/inngest/route");

beforeAll(async () => {
  route = await import("@/app/api/inngest/route");
});
afterAll(() => tables.close());

const request = (method: string, headers: Record<string, string> = {}) =>
  new Request(`${address}?fnId=askproai-any&stepId=step`, {
    method,
    headers: { host: "localhost", "content-type": "application/json", ...headers },
    ...(method === "POST" ? { body: "{}" } : {}),
  });

it("answers a stranger with 401, embedded too", async () => {
  for (const method of ["POST", "PUT", "GET"] as const) {
    const response = await route[method](request(method) as never, undefined as never);
    expect([method, response.status]).toEqual([method, 401]);
  }
});

it("refuses a signature made with another key, and hears its own", async () => {
  const { processBinding } = await import("@/inngest/runner/mode");
  const post = (signingKey: string) => {
    const signature = signRequest("{}", { signingKey, now: Date.now() });
    return route.POST(request("POST", { "x-inngest-signature": signature }) as never, undefined as never);
  };
  expect((await post("signkey-local-00")).status).toBe(401);
  expect((await post(processBinding().signingKey)).status).not.toBe(401);
});

it("stores what the app sends, through the app's own role", async () => {
  const { inngest } = await import("@/inngest/client");
  const { ids } = await inngest.send({ id: "from-app", name: "door/opened", data: { n: 1 } });
  expect(ids).toEqual(["from-app"]);
  const { rows } = await tables.pool.query("SELECT body ->> 'name' AS name FROM inngest.event WHERE id = 'from-app'");
  expect(rows).toEqual([{ name: "door/opened" }]);
});

it("does not start with a function that it can't carry out, and says which and why", async () => {
  const { createRunner } = await import("@/inngest/runner/runner");
  const { client, binding } = createTestClient();
  const functions = [
    client.createFunction({ id: "jittery", triggers: [{ cron: "* * * * *", jitter: "30s" }] }, async () => null),
  ];
  const runner = createRunner({ connectionString: platformUrl(), client, functions, binding });
  await expect(runner.start()).rejects.toThrow('test-jittery: option "triggers.0.jitter" is not supported');
});

it("needs the client's key", async () => {
  const { createRunner } = await import("@/inngest/runner/runner");
  const { binding } = createTestClient();
  const stranger = new Inngest({ id: "stranger", isDev: false, internalLogger: silent, fetch: binding.fetch });
  const runner = createRunner({ connectionString: platformUrl(), client: stranger, functions: [], binding });
  await expect(runner.start()).rejects.toThrow("did not register");
});
