import pg from "pg";

let pool: pg.Pool | undefined;

/** What a run asks for itself between the steps goes straight to the driver: the time is the product's. */
export async function look<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: process.env.PLATFORM_DATABASE_URL, max: 4 });
  return (await pool.query<Row>(statement)).rows;
}

export async function lookNoMore(): Promise<void> {
  await pool?.end();
  pool = undefined;
}
