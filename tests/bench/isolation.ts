import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { type Demo, userOf } from "../e2e/support/demo";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { compareLoads, type Load } from "./load";

const ROUNDS = { rounds: 7, requestsPerRound: 400, warmUp: 100 };

/** The share of throughput that isolation takes from a list of twenty appointments; the job runner stands still meanwhile. */
export async function benchIsolation({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  const token = await openSession(demo);
  const load = (isIsolated: boolean): Load => ({
    baseUrl: demo.appUrl,
    callers: 4,
    request: () => ({
      path: "/api/bench/list",
      headers: { cookie: `portal_session=${token}`, "content-type": "application/json", origin: demo.appUrl },
      body: JSON.stringify({ isIsolated }),
    }),
    accepts: (status, body) => status === 200 && JSON.parse(body).items.length === 20,
  });
  return whilePaused("runner", async () => {
    const { isolated, open } = await compareLoads({ isolated: load(true), open: load(false) }, ROUNDS);
    const yardstick = { name: "isolation.open.perSecond", value: Math.round(open.perSecond) };
    const cost = Math.round((1 - isolated.perSecond / open.perSecond) * 1000) / 1000;
    return [
      { ...yardstick, unit: "1/s" },
      { name: "isolation.isolated.perSecond", value: Math.round(isolated.perSecond), unit: "1/s", yardstick },
      { name: "isolation.cost", value: cost, unit: "share", goal: { atMost: 0.1 } },
    ];
  });
}

/** As signing in leaves it, without the work of hashing. */
async function openSession(demo: Demo): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const platform = new pg.Client({ connectionString: demo.platformDatabaseUrl });
  await platform.connect();
  try {
    const hash = createHash("sha256").update(token).digest("hex");
    await platform.query(
      `INSERT INTO portal_sessions (id, user_id, active_company_id, token_hash, expires_at, updated_at)
       SELECT $1, id, $2, $3, now() + interval '1 day', now() FROM users WHERE email = $4`,
      [randomUUID(), demo.companyId, hash, userOf(demo, "admin").email],
    );
  } finally {
    await platform.end();
  }
  return token;
}
