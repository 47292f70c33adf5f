import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, PendingActivity } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { withClient } from "../../scripts/database.mjs";

/** Writes entries as commands do, one transaction each. */
export async function writeEntries(ctx: CompanyContext, entries: PendingActivity[]): Promise<void> {
  for (const entry of entries) await transact(ctx, async (tx) => recordAudit(tx, entry));
}

/** What only the table's owner can do, and only with the trigger off: the log changed behind the product's back. */
export async function tamper(companyId: string, sql: string, values: unknown[] = []): Promise<number> {
  return withClient(process.env.DATABASE_URL ?? "", async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.company_id', $1, true)", [companyId]);
    await client.query("ALTER TABLE activity_logs DISABLE TRIGGER USER");
    const { rowCount } = await client.query(sql, values);
    await client.query("ALTER TABLE activity_logs ENABLE TRIGGER USER");
    await client.query("COMMIT");
    return rowCount ?? 0;
  });
}
