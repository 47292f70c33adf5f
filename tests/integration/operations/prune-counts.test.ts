import { expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { pruneCounts } from "@/server/operations/commands/prune-counts";

it("forgets what is over, and keeps what still counts", async () => {
  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);
  const [old, fresh] = [newId(), newId()];
  for (const [bucket, at] of [
    [old, daysAgo(40)],
    [fresh, daysAgo(0)],
  ] as const) {
    const expiresAt = new Date(at.getTime() + 1000);
    await platformClient().rateLimitBucket.create({ data: { bucket, windowStart: at, count: 1, expiresAt } });
    await platformClient().requestWindow.create({ data: { bucket, startedMs: at.getTime(), windowMs: 60_000 } });
    await platformClient().limitPenalty.create({ data: { bucket, strikes: 1, blockedUntil: at } });
  }
  await pruneCounts({ now });
  await pruneCounts({ now });
  const where = { bucket: { in: [old, fresh] } };
  const kept = [
    await platformClient().rateLimitBucket.findMany({ where }),
    await platformClient().requestWindow.findMany({ where }),
    await platformClient().limitPenalty.findMany({ where }),
  ];
  expect(kept.map((rows) => rows.map(({ bucket }) => bucket))).toEqual([[fresh], [fresh], [fresh]]);
});
