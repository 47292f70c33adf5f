import { afterAll, expect, it } from "vitest";
import { newId } from "@/server/core/ids";
import { closeCounters } from "@/server/core/request-limits/count-requests";
import { countRequest } from "@/server/core/request-limits/count-together";
import { limitsPool } from "@/server/core/request-limits/limits-pool";

afterAll(closeCounters);

const layer = (limit: number, bucket = newId()) => ({ bucket, limit, windowMs: 3_600_000 });

it("answers each request as if it had come alone, in the order of coming, with few questions", async () => {
  const pool = limitsPool();
  let asked = 0;
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  pool.query = ((...args: unknown[]) => {
    asked += 1;
    return query(...args);
  }) as typeof pool.query;
  const own = layer(20);
  const answers = await Promise.all(Array.from({ length: 50 }, () => countRequest([own])));
  expect(answers.map(({ isGranted }) => isGranted)).toEqual(Array.from({ length: 50 }, (_, at) => at < 20));
  expect(answers.slice(0, 20).map(({ layers }) => layers[0]?.count)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  expect(asked).toBe(2);
  expect((await countRequest([own])).isGranted).toBe(false);
});

it("tells all who wait when nobody can count, and counts again afterwards", async () => {
  const broken = { bucket: newId(), limit: 5, windowMs: 0 };
  const failures = await Promise.allSettled(Array.from({ length: 5 }, () => countRequest([broken])));
  expect(failures.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => "rejected"));
  expect((await countRequest([layer(5)])).isGranted).toBe(true);
});
