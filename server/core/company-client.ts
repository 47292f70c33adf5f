import pg from "pg";
import { type CompanyScope, currentScope } from "./company-scope";
import { ReadingQuery, SCOPE } from "./reading-query";

type Query = (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>;

/**
 * A connection that says whose a transaction is together with BEGIN, and does not wait for that answer: what comes next is
 * sent behind it. Should BEGIN fail, what follows belongs to no company, finds nothing and writes nothing; COMMIT says why.
 */
export class CompanyClient extends pg.Client {
  #beginning: Promise<unknown> = Promise.resolve();
  #isScopeKnown = false;

  constructor(config?: string | pg.ClientConfig) {
    super({
      ...(typeof config === "string" ? { connectionString: config } : config),
      pipeline: true,
    } as pg.ClientConfig);
    const query = this.query.bind(this) as unknown as Query;
    const queryOrBegin: Query = (...args) => {
      const asked = textOf(args[0]);
      if (asked === "COMMIT") return this.#beginning.then(() => query(...args));
      if (asked !== "BEGIN") return query(...args);
      const to = currentScope();
      if (to?.kind === "transaction") return this.#begin(query, to);
      this.#beginning = Promise.resolve();
      return query(...args);
    };
    this.query = queryOrBegin as unknown as typeof this.query;
  }

  #begin(query: Query, { companyId, isPlannedOnce }: CompanyScope): ReturnType<Query> {
    const settings = [`SET LOCAL app.company_id = ${this.escapeLiteral(companyId)}`];
    if (isPlannedOnce) settings.push("SET LOCAL plan_cache_mode = force_generic_plan");
    this.#beginning = query(["BEGIN", ...settings].join("; "));
    this.#beginning.catch(() => {});
    return Promise.resolve({ command: "BEGIN", rowCount: 0, oid: 0, fields: [], rows: [] });
  }

  /** Reads with one statement as a company, in a transaction of its own that can't write; one round trip. */
  async readAs(companyId: string, config: pg.QueryConfig): Promise<pg.QueryResult> {
    if (!this.#isScopeKnown) {
      await this.query({ ...SCOPE, values: [""] });
      this.#isScopeKnown = true;
    }
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, result: pg.QueryResult) => (error ? reject(error) : resolve(result));
      this.query(new ReadingQuery(config, { companyId, done }));
    });
  }
}

function textOf(asked: unknown): unknown {
  return typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
}
