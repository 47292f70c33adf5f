import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createYardstickTable } from "@/tests/bench/yardsticks";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

const post = () =>
  new Request("http://localhost/api/bench", { method: "POST", body: JSON.stringify({ event: "call_started" }) });

async function openRoutes(bench: string) {
  vi.stubEnv("BENCH", bench);
  const empty = await import("@/app/api/bench/empty/route");
  const insert = await import("@/app/api/bench/insert/route");
  const { platformClient } = await import("@/server/core/db");
  return { empty: empty.POST, insert: insert.POST, platformClient };
}

it("has no yardsticks where customers are served", async () => {
  const { empty, insert } = await openRoutes("");
  for (const door of [empty, insert]) {
    const answer = await door(post());
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ success: false, error: { code: "NOT_FOUND" } });
  }
});

it("does nothing with one, and keeps the body of the other", async () => {
  await createYardstickTable(process.env.DATABASE_URL ?? "");
  const { empty, insert, platformClient } = await openRoutes("1");
  const kept = () => platformClient().$queryRaw`SELECT body FROM bench_rows`;
  expect((await empty(post())).status).toBe(200);
  expect((await insert(post())).status).toBe(200);
  expect(await kept()).toEqual([{ body: { event: "call_started" } }]);
});
