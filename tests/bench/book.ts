import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { type FreeStart, findPlace, freeStarts, serviceOf, toRequest } from "./free-starts";
import { compareLoads, type Load, type LoadRequest } from "./load";
import { createYardstickTables, toTake } from "./yardsticks";

const LOAD = { rounds: 5, requestsPerRound: 40, warmUp: 20 };
/** Shorter than the hour between two of them. */
const LENGTH_MS = 30 * 60_000;
const NEEDED = LOAD.rounds * LOAD.requestsPerRound + LOAD.warmUp;

/** How fast bookings over REST are beside a route that only takes the same time, under the same constraint; the job runner stands still meanwhile. */
export async function benchBook({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  await createYardstickTables(demo.databaseUrl);
  return whilePaused("runner", async () => {
    const { branchId, customerId } = await findPlace(demo);
    const starts = await freeStarts(demo, { branchId, needed: NEEDED });
    const startOf = (n: number): FreeStart => {
      const start = starts[n];
      if (!start) throw new Error("more bookings than free times");
      return start;
    };
    const booking = (n: number): LoadRequest => {
      const body = { customer_id: customerId, service_id: serviceOf(demo), branch_id: branchId };
      return toRequest(demo, "/api/v2/bookings", { ...body, starts_at: startOf(n).starts_at });
    };
    const load: Load = { baseUrl: demo.appUrl, callers: 4, request: booking };
    const take = (n: number): LoadRequest => {
      const { staff_id, starts_at } = startOf(n);
      return toTake({ staff_id, starts_at, ends_at: new Date(Date.parse(starts_at) + LENGTH_MS).toISOString() });
    };
    const { book, plain } = await compareLoads({ book: load, plain: { ...load, request: take } }, LOAD);
    const yardstick = { name: "http.take.perSecond", value: round(plain.perSecond) };
    return [
      { name: "book.p95Ms", value: round(book.p95Ms), unit: "ms" },
      {
        ...{ name: "book.rateRatio", value: round(book.perSecond / plain.perSecond), unit: "×" },
        ...{ yardstick, goal: { atLeast: 0.3 } },
      },
    ];
  });
}

const round = (value: number) => Math.round(value * 100) / 100;
