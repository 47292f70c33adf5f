import pg from "pg";
import { addDays, toLocal } from "@/server/core/time";
import type { Demo } from "../e2e/support/demo";
import type { LoadRequest } from "./load";

const DAYS_AHEAD = 80;
/** So far apart that no two of them ever want the same time. */
const HOUR_APART = 4;

export interface FreeStart {
  starts_at: string;
  staff_id: string;
}

export function serviceOf({ serviceIds }: Demo): string {
  const [id] = ["Beratung", "Bartpflege", "Herrenhaarschnitt"].flatMap((name) => serviceIds[name] ?? []);
  if (!id) throw new Error("no short service in the demo");
  return id;
}

export const toRequest = ({ apiKey }: Demo, path: string, body: object): LoadRequest => ({
  path,
  headers: { "x-api-key": apiKey, "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Times at which somebody is free, an hour from each other; looking for them is not counted. */
export async function freeStarts(
  demo: Demo,
  { branchId, needed }: { branchId: string; needed: number },
): Promise<FreeStart[]> {
  const today = toLocal(demo.timezone, Date.now()).date;
  const starts: FreeStart[] = [];
  for (let day = 1; day <= DAYS_AHEAD && starts.length < needed; day++) {
    const body = { date: addDays(today, day), service_id: serviceOf(demo), branch_id: branchId };
    const { path, headers, body: text } = toRequest(demo, "/api/v2/availability/simple", body);
    const answer = await fetch(new URL(path, demo.appUrl), {
      method: "POST",
      headers: headers ?? {},
      body: text ?? "",
    });
    const { slots } = (await answer.json()) as { slots: FreeStart[] };
    starts.push(...slots.filter((_, nr) => nr % HOUR_APART === 0));
  }
  if (starts.length < needed) throw new Error(`only ${starts.length} of ${needed} free times`);
  return starts;
}

/** Two free times of the same person each: what is booked at the first can move to the second. */
export async function freePairs(
  demo: Demo,
  { branchId, needed }: { branchId: string; needed: number },
): Promise<[FreeStart, FreeStart][]> {
  const single = new Map<string, FreeStart>();
  const pairs: [FreeStart, FreeStart][] = [];
  const people = Object.keys(demo.staffIds).length;
  for (const start of await freeStarts(demo, { branchId, needed: needed * 2 + people })) {
    const first = single.get(start.staff_id);
    if (first) pairs.push([first, start]);
    if (first) single.delete(start.staff_id);
    else single.set(start.staff_id, start);
  }
  return pairs.slice(0, needed);
}

/** The company's own branch, and one of its customers. */
export async function findPlace({
  platformDatabaseUrl,
  companyId,
}: Demo): Promise<{ branchId: string; customerId: string }> {
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
