import { afterAll, beforeAll, inject, vi } from "vitest";
import { isWithin, replaceSurroundings, restoreSurroundings } from "./clock";
import { lookNoMore } from "./look";
import { giveDatabaseOwnTime, tellTimeNoMore, tellTimeWithStatements } from "./time-in-database";

vi.mock("node:timers/promises", async (original) => {
  const timers = await original<typeof import("node:timers/promises")>();
  /** Between two tries of a request nobody waits here. */
  const setTimeout = <T>(ms?: number, value?: T): Promise<T> =>
    isWithin() ? Promise.resolve(value as T) : timers.setTimeout(ms, value as T);
  return { ...timers, default: { ...timers, setTimeout }, setTimeout };
});

beforeAll(async () => {
  const url = new URL(inject("superuserUrl"));
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  await giveDatabaseOwnTime(url.href);
  replaceSurroundings();
  tellTimeWithStatements();
});
afterAll(async () => {
  await lookNoMore();
  restoreSurroundings();
  tellTimeNoMore();
});
