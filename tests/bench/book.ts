import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { findPlace, freeStarts, serviceOf, toRequest } from "./free-starts";
import { compareLoads, type Load, type LoadRequest } from "./load";
import { createYardstickTable, toInsert } from "./yardsticks";

const LOAD = { rounds: 5, requestsPerRound: 40, warmUp: 20 };
const NEEDED = LOAD.rounds * LOAD.requestsPerRound + LOAD.warmUp;

/** How fast bookings over REST are beside a route that only inserts one row; the job runner stands still meanwhile. */
export async function benchBook({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  await createYardstickTable(demo.databaseUrl);
  return whilePaused("runner", async () => {
    const { branchId, customerId } = await findPlace(demo);
    const starts = await freeStarts(demo, { branchId, needed: NEEDED });
    const booking = (n: number): LoadRequest => {
      const startsAt = starts[n]?.starts_at;
      if (!startsAt) throw new Error("more bookings than free times");
      const body = { customer_id: customerId, service_id: serviceOf(demo), branch_id: branchId };
      return toRequest(demo, "/api/v2/bookings", { ...body, starts_at: startsAt });
    };
    const load: Load = { baseUrl: demo.appUrl, callers: 4, request: booking };
    const insert: Load = { ...load, request: (n) => toInsert(booking(n % starts.length)) };
    const { book, plain } = await compareLoads({ book: load, plain: insert }, LOAD);
    const yardstick = { name: "http.insert.perSecond", value: round(plain.perSecond) };
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
