import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** A company of five busy years, beside the demo's. */
export interface LargeCompany {
  companyId: string;
  phoneNumber: string;
  serviceNames: string[];
  /** Numbers of its customers. */
  callers: string[];
}

const PHONE_NUMBER = "+493023125199";
const FULL_SIZE = { customers: 50_000, appointments: 100_000, calls: 20_000 };
const CALLERS = 1000;
const GROWN = ["customers", "customer_phones", "appointments", "staff_occupancies", "calls"];

let made: Promise<LargeCompany> | undefined;
/** The same for every part of one run. */
export function largeCompany(urls: { platform: string; owner: string }): Promise<LargeCompany> {
  made ??= createLargeCompany(urls);
  return made;
}

/** Grows the company in the database itself; the connection must be the platform's, the statistics need the owner's. */
export async function createLargeCompany(
  urls: { platform: string; owner: string },
  size = FULL_SIZE,
): Promise<LargeCompany> {
  const companyId = randomUUID();
  const platform = new pg.Client({ connectionString: urls.platform });
  await platform.connect();
  try {
    const settings = { company_id: companyId, phone_number: PHONE_NUMBER, ...size };
    for (const [name, value] of Object.entries(settings))
      await platform.query("SELECT set_config($1, $2, false)", [`bench.${name}`, String(value)]);
    await platform.query(readFileSync(fileURLToPath(new URL("./large-company.sql", import.meta.url)), "utf8"));
    await settle(urls.owner);
    const list = async (sql: string) =>
      (await platform.query<{ value: string }>(sql, [companyId])).rows.map(({ value }) => value);
    return {
      companyId,
      phoneNumber: PHONE_NUMBER,
      serviceNames: await list("SELECT name AS value FROM services WHERE company_id = $1"),
      callers: await list(
        `SELECT e164 AS value FROM customer_phones WHERE company_id = $1 ORDER BY id LIMIT ${CALLERS}`,
      ),
    };
  } finally {
    await platform.end();
  }
}

/** What a quiet night would have done: dead rows swept, statistics current, so that no vacuum runs while we measure. */
async function settle(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`VACUUM (ANALYZE) ${GROWN.join(", ")}`);
  } finally {
    await owner.end();
  }
}
