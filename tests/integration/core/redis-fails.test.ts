import { afterAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { closeCounters, countRequests } from "@/server/core/request-limits/count-requests";
import { startRedis } from "../../support/redis-server";

afterAll(closeCounters);

it("counts in Redis where there is one, and in PostgreSQL while it fails", async () => {
  const redis = await startRedis();
  process.env.REDIS_URL = redis.url;
  const layer = { bucket: newId(), limit: 2, windowMs: 60_000 };
  const passes = async () => (await countRequests({ layers: [layer] })).granted === 1;
  const inPostgres = () => platformClient().requestWindow.count({ where: { bucket: layer.bucket } });
  expect([await passes(), await passes(), await passes()]).toEqual([true, true, false]);
  expect(await inPostgres()).toBe(0);
  await redis.stop();
  expect([await passes(), await passes(), await passes()]).toEqual([true, true, false]);
  expect(await inPostgres()).toBe(1);
});
