import { afterAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { closeCounters, countRequest } from "@/server/core/request-limits/count-request";
import { startRedis } from "../../support/redis-server";

afterAll(closeCounters);

it("counts in Redis where there is one, and in PostgreSQL while it fails", async () => {
  const redis = await startRedis();
  process.env.REDIS_URL = redis.url;
  const layer = { bucket: newId(), limit: 2, windowMs: 60_000 };
  const isOver = async () => (await countRequest([layer])).layers[0]?.isOver;
  const inPostgres = () => platformClient().requestWindow.count({ where: { bucket: layer.bucket } });
  expect([await isOver(), await isOver(), await isOver()]).toEqual([false, false, true]);
  expect(await inPostgres()).toBe(0);
  await redis.stop();
  expect([await isOver(), await isOver(), await isOver()]).toEqual([false, false, true]);
  expect(await inPostgres()).toBe(1);
});
