import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

const beginning = new AsyncLocalStorage<string>();

/** The transactions that `open` begins belong to this company from their first statement on. */
export function beginningFor<T>(companyId: string, open: () => T): T {
  return beginning.run(companyId, open);
}

/** The work inside is no longer beginning: a transaction of another kind that it opens is nobody's. */
export function begun<T>(work: () => T): T {
  return beginning.exit(work);
}

type Query = (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>;

/** A connection that says whose transaction it is together with BEGIN: a round trip less in each of them. */
export class CompanyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as unknown as Query;
    const queryOrBegin: Query = (...args) => {
      const companyId = isBegin(args[0]) ? beginning.getStore() : undefined;
      if (companyId === undefined) return query(...args);
      const setting = `SET LOCAL app.company_id = ${this.escapeLiteral(companyId)}`;
      return query(`BEGIN; ${setting}`).then((results) => (Array.isArray(results) ? (results[0] ?? []) : results));
    };
    this.query = queryOrBegin as unknown as typeof this.query;
  }
}

const isBegin = (asked: unknown): boolean =>
  asked === "BEGIN" || (typeof asked === "object" && asked !== null && "text" in asked && asked.text === "BEGIN");
