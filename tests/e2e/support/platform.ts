import pg from "pg";
import type { Demo } from "./demo";

/** Reads the copy's database as the platform does, to see what really stands there. */
export async function readRows<T extends pg.QueryResultRow>(
  { platformDatabaseUrl }: Pick<Demo, "platformDatabaseUrl">,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: platformDatabaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
