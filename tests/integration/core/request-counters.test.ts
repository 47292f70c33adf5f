import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { Layer, RequestCounter } from "@/server/core/request-limits/counter";
import { openLimitsPool } from "@/server/core/request-limits/limits-pool";
import { postgresCounter } from "@/server/core/request-limits/postgres-counter";
import { redisCounter } from "@/server/core/request-limits/redis-counter";
import { isWithin, NOTHING_TAKEN, remainingIn, rollTo } from "@/server/core/request-limits/window";
import { startRedis } from "../../support/redis-server";

const MINUTE = 60_000;
/** In the middle of a window. */
const NOON = 1_700_000_040_000 - (1_700_000_040_000 % MINUTE) + 30_000;
const layer = (limit: number, bucket = newId()): Layer => ({ bucket, limit, windowMs: MINUTE });

interface Store {
  connect: () => RequestCounter;
  stop?: () => Promise<void>;
}
const stores: Record<string, () => Promise<Store>> = {
  PostgreSQL: async () => ({ connect: () => postgresCounter(openLimitsPool(process.env.APP_DATABASE_URL ?? "")) }),
  Redis: async () => {
    const { url, stop } = await startRedis();
    return { connect: () => redisCounter(url), stop };
  },
};

describe.each(Object.entries(stores))("requests counted in %s", (_name, prepare) => {
  const opened: RequestCounter[] = [];
  let store: Store;
  let counter: RequestCounter;
  const open = (): RequestCounter => {
    const one = store.connect();
    opened.push(one);
    return one;
  };
  beforeAll(async () => {
    store = await prepare();
    counter = open();
  });
  afterAll(async () => {
    await Promise.all(opened.map((one) => one.close()));
    await store.stop?.();
  });

  const passes = async (layers: Layer[], nowMs?: number, by = counter) =>
    (await by.take({ layers, ...(nowMs !== undefined && { nowMs }) })).granted === 1;

  it("lets exactly as many pass as the limit says, however many processes ask at once", async () => {
    const processes = Array.from({ length: 5 }, open);
    const shared = layer(40);
    const asked = processes.flatMap((by) => Array.from({ length: 30 }, () => passes([shared], undefined, by)));
    const answers = await Promise.all(asked);
    expect(answers.filter(Boolean)).toHaveLength(40);
  });

  it("takes from all layers or from none, whoever else takes from some of them", async () => {
    const [wide, narrow] = [layer(60), layer(10)];
    const processes = Array.from({ length: 4 }, open);
    const both = processes.flatMap((by) => Array.from({ length: 10 }, () => passes([wide, narrow], NOON, by)));
    const other = processes.flatMap((by) => Array.from({ length: 5 }, () => passes([narrow, layer(5)], NOON, by)));
    const alone = processes.flatMap((by) => Array.from({ length: 5 }, () => passes([wide], NOON, by)));
    const [ofBoth, ofOther] = [await Promise.all(both), await Promise.all(other)];
    const ofWide = await Promise.all(alone);
    expect(ofBoth.filter(Boolean).length + ofOther.filter(Boolean).length).toBe(10);
    expect(ofWide.every(Boolean)).toBe(true);
    const state = (await counter.take({ layers: [wide], nowMs: NOON })).layers[0];
    expect(state?.count).toBe(ofBoth.filter(Boolean).length + ofWide.length + 1);
  });

  it("counts many at once as if they came one after the other", async () => {
    const [wide, narrow] = [layer(20), layer(12)];
    const first = await counter.take({ layers: [wide, narrow], units: 8, nowMs: NOON });
    expect(first).toMatchObject({
      granted: 8,
      layers: [
        { count: 8, isOver: false },
        { count: 8, isOver: false },
      ],
    });
    const second = await counter.take({ layers: [wide, narrow], units: 8, nowMs: NOON });
    expect(second).toMatchObject({
      granted: 4,
      layers: [
        { count: 12, isOver: false },
        { count: 12, isOver: true },
      ],
    });
    const third = await counter.take({ layers: [narrow, wide], units: 8, nowMs: NOON });
    expect(third).toMatchObject({
      granted: 0,
      layers: [
        { count: 12, isOver: true },
        { count: 12, isOver: false },
      ],
    });
  });

  it("answers as the arithmetic says, request by request", async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 45_000 }), { minLength: 5, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), gaps, async (limit, steps) => {
        const own = layer(limit);
        let [nowMs, model] = [NOON, NOTHING_TAKEN];
        for (const step of steps) {
          nowMs += step;
          const rolled = rollTo(model, own, nowMs);
          const one = { ...rolled, count: rolled.count + 1 };
          const isPassed = isWithin(one, own, nowMs);
          model = isPassed ? one : rolled;
          const { layers, granted } = await counter.take({ layers: [own], nowMs });
          expect(granted).toBe(isPassed ? 1 : 0);
          expect(layers).toEqual([{ ...model, isOver: remainingIn(model, own, nowMs) === 0 }]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("joins the present window when a clock lags behind", async () => {
    const own = layer(2);
    expect(await passes([own], NOON)).toBe(true);
    expect(await passes([own], NOON - 2 * MINUTE)).toBe(true);
    expect(await passes([own], NOON - 2 * MINUTE)).toBe(false);
  });

  it("uses its own clock when no time is given", async () => {
    const { nowMs } = await counter.take({ layers: [layer(1)] });
    expect(Math.abs(nowMs - Date.now())).toBeLessThan(5000);
  });
});

describe("what is stored in PostgreSQL", () => {
  it("goes when no window asks for it any more", async () => {
    const counter = postgresCounter(openLimitsPool(process.env.APP_DATABASE_URL ?? ""));
    const [old, fresh] = [layer(5), layer(5)];
    await counter.take({ layers: [old], nowMs: Date.now() - 3 * 86_400_000 });
    await counter.take({ layers: [fresh] });
    await counter.prune();
    const left = await platformClient().requestWindow.findMany({
      where: { bucket: { in: [old.bucket, fresh.bucket] } },
      select: { bucket: true },
    });
    expect(left).toEqual([{ bucket: fresh.bucket }]);
    await counter.close();
  });
});
