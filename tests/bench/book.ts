import pg from "pg";
import { addDays, toLocal } from "@/server/core/time";
import type { Demo } from "../e2e/support/demo";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { compareLoads, type Load, type LoadRequest } from "./load";
import { createYardstickTable, toInsert } from "./yardsticks";

const LOAD = { rounds: 5, requestsPerRound: 40, warmUp: 20 };
const NEEDED = LOAD.rounds * LOAD.requestsPerRound + LOAD.warmUp;
const DAYS_AHEAD = 80;
/** So far apart that no two of them ever want the same time. */
const HOUR_APART = 4;

/** How fast bookings over REST are beside a route that only inserts one row; the job runner stands still meanwhile. */
export async function benchBook({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  await createYardstickTable(demo.databaseUrl);
  return whilePaused("runner", async () => {
    const { branchId, customerId } = await findPlace(demo);
    const starts = await freeStarts(demo, branchId);
    const booking = (n: number): LoadRequest => {
      const startsAt = starts[n];
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

function serviceOf({ serviceIds }: Demo): string {
  const [id] = ["Beratung", "Bartpflege", "Herrenhaarschnitt"].flatMap((name) => serviceIds[name] ?? []);
  if (!id) throw new Error("no short service in the demo");
  return id;
}

const toRequest = ({ apiKey }: Demo, path: string, body: object): LoadRequest => ({
  path,
  headers: { "x-api-key": apiKey, "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Times at which somebody is free, an hour from each other; looking for them is not counted. */
async function freeStarts(demo: Demo, branchId: string): Promise<string[]> {
  const today = toLocal(demo.timezone, Date.now()).date;
  const starts: string[] = [];
  for (let day = 1; day <= DAYS_AHEAD && starts.length < NEEDED; day++) {
    const body = { date: addDays(today, day), service_id: serviceOf(demo), branch_id: branchId };
    const { path, headers, body: text } = toRequest(demo, "/api/v2/availability/simple", body);
    const answer = await fetch(new URL(path, demo.appUrl), {
      method: "POST",
      headers: headers ?? {},
      body: text ?? "",
    });
    const { slots } = (await answer.json()) as { slots: { starts_at: string }[] };
    starts.push(...slots.filter((_, nr) => nr % HOUR_APART === 0).map(({ starts_at }) => starts_at));
  }
  if (starts.length < NEEDED) throw new Error(`only ${starts.length} of ${NEEDED} free times`);
  return starts;
}

/** The company's own branch, and one of its customers. */
async function findPlace({ platformDatabaseUrl, companyId }: Demo): Promise<{ branchId: string; customerId: string }> {
  const platform = new pg.Client({ connectionString: platformDatabaseUrl });
  await platform.connect();
  try {
    const sql = `SELECT b.id AS "branchId", c.id AS "customerId" FROM branches b JOIN customers c ON c.company_id = b.company_id
      WHERE b.company_id = $1 AND b.is_default AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1`;
    const { rows } = await platform.query<{ branchId: string; customerId: string }>(sql, [companyId]);
    if (!rows[0]) throw new Error("the demo has no customer");
    return rows[0];
  } finally {
    await platform.end();
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
