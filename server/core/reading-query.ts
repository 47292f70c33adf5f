import pg from "pg";

/** Says whose the next statement is, and that it may not write; each connection prepares it once. */
export const SCOPE = {
  name: "company_scope",
  text: "SELECT set_config('app.company_id', $1, true), set_config('transaction_read_only', 'on', true)",
};

/** What `pg` sends for a statement, as far as it is needed here. */
interface Wire {
  bind(message: { portal: string; statement: string; values: string[] }): void;
  execute(message: { portal: string; rows: number }): void;
}
interface WireQuery {
  prepare(wire: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}
type Done = (error: Error | null, result: pg.QueryResult) => void;
const PreparedQuery = pg.Query as unknown as new (
  config: object,
  values: undefined,
  done: Done,
) => WireQuery & pg.Submittable;

/**
 * Two statements before one Sync are one transaction (PostgreSQL, Extended Query): the first says whose it is and that
 * nothing is written, and what it answers is passed over.
 */
export class ReadingQuery extends PreparedQuery {
  readonly #companyId: string;
  #isScoped = false;

  constructor(config: pg.QueryConfig, { companyId, done }: { companyId: string; done: Done }) {
    super({ ...config, queryMode: "extended" }, undefined, done);
    this.#companyId = companyId;
  }

  override prepare(wire: Wire): void {
    wire.bind({ portal: "", statement: SCOPE.name, values: [this.#companyId] });
    wire.execute({ portal: "", rows: 0 });
    super.prepare(wire);
  }

  override handleDataRow(message: unknown): void {
    if (this.#isScoped) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#isScoped) super.handleCommandComplete(message, wire);
    this.#isScoped = true;
  }
}
