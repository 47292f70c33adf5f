import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

export interface Beginning {
  companyId: string;
  /** Whether its statements are planned once for each connection, whatever their values. */
  isPlannedOnce?: boolean | undefined;
}

/** One for each process, as the connections are: Next's bundles each have their own module scope. */
const shared = globalThis as typeof globalThis & { askproBeginning?: AsyncLocalStorage<Beginning> };
shared.askproBeginning ??= new AsyncLocalStorage<Beginning>();
const beginning = shared.askproBeginning;

/** The transactions that `open` begins belong to this company from their first statement on. */
export function beginningFor<T>(how: Beginning, open: () => T): T {
  return beginning.run(how, open);
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
      const how = isBegin(args[0]) ? beginning.getStore() : undefined;
      if (how === undefined) return query(...args);
      const settings = [`SET LOCAL app.company_id = ${this.escapeLiteral(how.companyId)}`];
      if (how.isPlannedOnce) settings.push("SET LOCAL plan_cache_mode = force_generic_plan");
      const begin = ["BEGIN", ...settings].join("; ");
      return query(begin).then((results) => (Array.isArray(results) ? (results[0] ?? []) : results));
    };
    this.query = queryOrBegin as unknown as typeof this.query;
  }
}

const isBegin = (asked: unknown): boolean =>
  asked === "BEGIN" || (typeof asked === "object" && asked !== null && "text" in asked && asked.text === "BEGIN");
