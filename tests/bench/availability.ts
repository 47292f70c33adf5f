import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Demo } from "../e2e/support/demo";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { type LargeCompany, largeCompany } from "./large-company";
import { measureLoad } from "./load";

const DAY = 86_400_000;
const RANGE_DAYS = 7;

/** A week of free times over REST, in a company with 100,000 appointments; the job runner stands still meanwhile. */
export async function benchAvailability({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  const large = await largeCompany({ platform: demo.platformDatabaseUrl, owner: demo.databaseUrl });
  const { key, serviceIds } = await openDoor(demo, large);
  return whilePaused("runner", async () => {
    const { p95Ms } = await measureLoad({
      ...{ baseUrl: demo.appUrl, callers: 4 },
      request: (n) => {
        const from = new Date(Date.now() + (1 + (n % 60)) * DAY);
        const query = new URLSearchParams({
          ...{ branch_id: large.companyId, service_id: serviceIds[n % serviceIds.length] ?? "" },
          ...{ from: from.toISOString(), until: new Date(from.getTime() + RANGE_DAYS * DAY).toISOString() },
        });
        return { method: "GET", path: `/api/v2/availability/slots?${query}`, headers: { "x-api-key": key } };
      },
    });
    const value = Math.round(p95Ms * 100) / 100;
    return [{ name: "availability.http.p95Ms", value, unit: "ms", goal: { atMost: 50 } }];
  });
}

/** A key to the large company, given by the demo's owner, who is let in there. */
async function openDoor({ companyId, platformDatabaseUrl }: Demo, large: LargeCompany) {
  const key = `ask_live_benchAva_${randomBytes(20).toString("hex")}`;
  const platform = new pg.Client({ connectionString: platformDatabaseUrl });
  await platform.connect();
  try {
    const owner = `SELECT m.user_id, m.role_id FROM memberships m JOIN roles r ON r.id = m.role_id
      WHERE m.company_id = $1 AND r.key = 'admin' LIMIT 1`;
    const { rows: owners } = await platform.query<{ user_id: string; role_id: string }>(owner, [companyId]);
    const { user_id, role_id } = owners[0] ?? {};
    await platform.query("INSERT INTO memberships (id, company_id, user_id, role_id) VALUES ($1, $2, $3, $4)", [
      ...[randomUUID(), large.companyId, user_id, role_id],
    ]);
    await platform.query(
      `INSERT INTO api_keys (id, company_id, name, prefix, key_hash, scopes, expires_at, created_by_user_id)
       VALUES ($1, $2, 'bench', left($3, 17), $4, '{view_appointments}', now() + interval '1 day', $5)`,
      [randomUUID(), large.companyId, key, createHash("sha256").update(key).digest("hex"), user_id],
    );
    const services = "SELECT id FROM services WHERE company_id = $1 ORDER BY position";
    const { rows } = await platform.query<{ id: string }>(services, [large.companyId]);
    return { key, serviceIds: rows.map(({ id }) => id) };
  } finally {
    await platform.end();
  }
}
