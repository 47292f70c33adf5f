import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Demo } from "../e2e/support/demo";
import type { BenchCopy } from "./copy";
import { type Figure, median, percentile } from "./figure";

/** Of one round for each caller; the first is not counted: a server that runs has compiled what it does all day. */
const CALLS = 500;
const ROUNDS = 7;
const META = { permission: "create_appointments", limit: "bookings" } as const;

/**
 * What permission check and limits take from a call together: four people at once, each of a count of their own. The middle
 * of several rounds.
 */
export async function benchGates({ demo, environment, whilePaused }: BenchCopy): Promise<Figure[]> {
  Object.assign(process.env, environment);
  const { requireWithinLimits } = await import("@/server/api/gates/rate-limits");
  const { admitToCompany } = await import("@/server/api/procedures");
  const { createContext } = await import("@/server/api/context");
  const { closeCounters } = await import("@/server/core/request-limits/count-requests");
  const { disconnect } = await import("@/server/core/db");
  const keys = await writeKeys(demo, 4);
  const contexts = await Promise.all(keys.map((key) => createContext(new Headers({ "x-api-key": key }))));
  const measure = async (context: (typeof contexts)[number]) => {
    const times: number[] = [];
    for (let n = 0; n < CALLS; n++) {
      const startedAt = performance.now();
      await requireWithinLimits(context, META.limit);
      await admitToCompany(context, META);
      times.push(performance.now() - startedAt);
    }
    return times;
  };
  try {
    return await whilePaused("runner", async () => {
      const rounds: number[] = [];
      for (let round = 0; round <= ROUNDS; round++)
        rounds.push(percentile((await Promise.all(contexts.map(measure))).flat(), 0.95));
      const p95 = Math.round(median(rounds.slice(1)) * 100) / 100;
      return [{ name: "gates.p95Ms", value: p95, unit: "ms", goal: { atMost: 2 } }];
    });
  } finally {
    await Promise.all([closeCounters(), disconnect()]);
  }
}

/** Keys of the first company's owner, as the page makes them. */
async function writeKeys(demo: Demo, count: number): Promise<string[]> {
  const platform = new pg.Client({ connectionString: demo.platformDatabaseUrl });
  await platform.connect();
  try {
    const keys = Array.from({ length: count }, (_, n) => `ask_live_benchKe${n}_${randomBytes(20).toString("hex")}`);
    for (const key of keys)
      await platform.query(
        `INSERT INTO api_keys (id, company_id, name, prefix, key_hash, scopes, expires_at, created_by_user_id)
         SELECT $1, m.company_id, 'bench', left($2, 17), $3, $4, now() + interval '1 day', m.user_id
         FROM memberships m JOIN roles r ON r.id = m.role_id WHERE m.company_id = $5 AND r.key = 'admin' LIMIT 1`,
        [randomUUID(), key, createHash("sha256").update(key).digest("hex"), [META.permission], demo.companyId],
      );
    return keys;
  } finally {
    await platform.end();
  }
}
