import pg from "pg";
import { type CompanyScope, currentScope } from "./company-scope";
import type { Connection } from "./context";
import { ReadingQuery, SCOPE } from "./reading-query";
import type { StatementOwner } from "./slow-query";
import { StatementWatch } from "./statement-watch";

type Answer = pg.QueryResult | pg.QueryResult[];
type Query = (...args: unknown[]) => Promise<Answer>;

/**
 * A connection on which a company's transaction costs no round trip of its own. BEGIN waits for the first statement and goes
 * with it, and says whose the transaction is; COMMIT goes with the statement that says that it is the last one, and what
 * the transaction has to announce goes right behind, when it is on the disk (docs/decisions/0008). Should BEGIN fail, what follows belongs to no company, finds nothing and writes nothing; should the last statement fail, COMMIT undoes.
 */
export class CompanyClient extends pg.Client {
  /** What is to be sent before the next statement. */
  #begin: string | null = null;
  #beginning: Promise<unknown> = Promise.resolve();
  /** The answer to a COMMIT that is sent already. */
  #ending: Promise<Answer> | null = null;
  /** How the open transaction is asked past Prisma; with its end it is worth nothing. */
  #handle: Connection | null = null;
  #isScopeKnown = false;
  /** The open transaction leaves what it announces to us. */
  #isAnnouncing = false;
  readonly #watch = new StatementWatch();

  constructor(config?: string | pg.ClientConfig) {
    const given = typeof config === "string" ? { connectionString: config } : config;
    super({ ...given, pipeline: true });
    const send = this.query.bind(this) as unknown as Query;
    const query: Query = (...args) => this.#watch.watch(textOf(args[0]), args, send);
    const queryInTransaction: Query = (...args) => {
      const asked = textOf(args[0]);
      if (asked === "BEGIN") return this.#open(() => query(...args));
      if (asked === "COMMIT") return this.#close(() => this.#commitAndAnnounce(() => query(...args)));
      return this.#together(() => {
        this.#sendBegin(send);
        const answer = query(...args);
        if (asked === "ROLLBACK") this.#end();
        if (currentScope()?.kind === "ending") this.#sendCommit(() => query("COMMIT"));
        return answer;
      });
    };
    this.query = queryInTransaction as unknown as typeof this.query;
  }

  #open(begin: () => Promise<Answer>): Promise<Answer> {
    const scope = currentScope();
    this.#beginning = Promise.resolve();
    this.#ending = null;
    this.#handle = null;
    this.#isAnnouncing = false;
    this.#watch.owner = ownerIn(scope);
    if (scope?.kind !== "transaction") return begin();
    scope.connection = this.#newHandle();
    this.#isAnnouncing = true;
    this.#begin = ["BEGIN", ...settingsOf(scope).map((setting) => `SET LOCAL ${setting}`)].join("; ");
    return Promise.resolve(DONE);
  }

  /** The connection goes back to the pool, whoever still holds the handle: it must never reach somebody else's transaction. */
  #newHandle(): Connection {
    const handle: Connection = {
      query: async (statement) => {
        if (this.#handle !== handle) throw new Error("The transaction of this context is over.");
        return this.query(statement);
      },
      together: (send) => this.#together(send),
    };
    this.#handle = handle;
    return handle;
  }

  #end(): void {
    this.#handle = null;
    this.#watch.owner = undefined;
  }

  async #close(commit: () => Promise<Answer>): Promise<Answer> {
    this.#handle = null;
    try {
      return await this.#commit(commit);
    } finally {
      this.#end();
    }
  }

  #commit(commit: () => Promise<Answer>): Promise<Answer> {
    if (this.#begin !== null) {
      this.#begin = null;
      return Promise.resolve(DONE);
    }
    return this.#ending ?? this.#beginning.then(commit);
  }

  #sendBegin(query: Query): void {
    if (this.#begin === null) return;
    this.#beginning = query(this.#begin);
    this.#beginning.catch(() => {});
    this.#begin = null;
  }

  #sendCommit(commit: () => Promise<Answer>): void {
    this.#handle = null;
    this.#ending = this.#commitAndAnnounce(commit);
    this.#ending.catch(() => {});
  }

  #commitAndAnnounce(commit: () => Promise<Answer>): Promise<Answer> {
    if (!this.#isAnnouncing) return commit();
    this.#isAnnouncing = false;
    return this.#together(() => {
      const committed = commit();
      this.#announce();
      return committed;
    });
  }

  /** Nobody waits for it: should the connection break, the publisher's sweep finds what was left. */
  #announce(): void {
    super.query(ANNOUNCE).catch(() => {});
  }

  /** What is sent inside leaves as one packet. */
  #together<T>(send: () => T): T {
    const { stream } = (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
    stream.cork();
    try {
      return send();
    } finally {
      stream.uncork();
    }
  }

  /**
   * Both leave as one packet, with what they announce behind them; what becomes of the first one is for the second one to see.
   */
  queryAfter(first: pg.QueryConfig, config: pg.QueryConfig): Promise<pg.QueryResult> {
    return this.#together(() => {
      this.query(first).catch(() => {});
      const answer = this.query(config);
      this.#announce();
      return answer;
    });
  }

  /** Reads with one statement as a company, in a transaction of its own that can't write; one round trip. */
  async readAs({ companyId, requestId }: Reader, config: pg.QueryConfig): Promise<pg.QueryResult> {
    if (!this.#isScopeKnown) {
      await this.query({ ...SCOPE, values: [""] });
      this.#isScopeKnown = true;
    }
    const answered = this.#watch.begin(config.text, { companyId, requestId });
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, result: pg.QueryResult) => {
        answered();
        return error ? reject(error) : resolve(result);
      };
      this.query(new ReadingQuery(config, { companyId, done }));
    });
  }
}

const ANNOUNCE: pg.QueryConfig = { name: "announce_news", text: "SELECT announce_news()" };
const DONE: pg.QueryResult = { command: "", rowCount: 0, oid: 0, fields: [], rows: [] };

type Reader = CompanyScope & { kind: "reading" };

function ownerIn(scope: CompanyScope | undefined): StatementOwner | undefined {
  if (scope?.kind === "transaction") return { companyId: scope.companyId, requestId: scope.requestId };
  return scope?.kind === "platform" ? { requestId: scope.requestId } : undefined;
}

function settingsOf(scope: CompanyScope & { kind: "transaction" }): string[] {
  const settings = [`app.company_id = ${pg.escapeLiteral(scope.companyId)}`, "app.announces_later = 'yes'"];
  if (scope.isPlannedOnce) settings.push("plan_cache_mode = force_generic_plan");
  return settings;
}

function textOf(asked: unknown): unknown {
  return typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
}
