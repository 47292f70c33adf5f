/** PostgreSQL takes 65,535 values in a statement; the widest table has about fifty columns. */
const ROWS_AT_ONCE = 500;

interface Table<Row> {
  createMany(args: { data: Row[]; skipDuplicates?: boolean }): PromiseLike<unknown>;
}

/** Writes many rows with few statements. */
export async function insertRows<Row>(table: Table<Row>, rows: Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await table.createMany({ data: rows.slice(from, from + ROWS_AT_ONCE) });
}
