import { once } from "node:events";
import pg from "pg";
import { CompanyClient } from "./company-client";
import { currentScope } from "./company-scope";
import { withoutValues } from "./database-error";
import { log } from "./log";

type Query = (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>;

/** Connections that read as the company in whose scope they are asked; which one is free is nobody's matter. */
export class CompanyPool extends pg.Pool {
  readonly #open = new Set<pg.PoolClient>();

  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: CompanyClient as unknown as NonNullable<pg.PoolConfig["Client"]> });
    // A connection that breaks while nobody uses it is the pool's to replace, and must not end the process.
    this.on("error", (error) => log().warn({ err: withoutValues(error) }, "an idle connection to the database broke"));
    const query = this.query.bind(this) as unknown as Query;
    this.on("connect", (client) => this.#open.add(client));
    this.on("remove", (client) => this.#open.delete(client));
    // The company is taken here and handed on: by the time that a connection is free, somebody else's scope may hold.
    const queryOrRead: Query = (...args) => {
      const to = currentScope();
      if (to?.kind === "reading") return this.#with((client) => client.readAs(to, args[0] as pg.QueryConfig));
      if (to?.kind === "preceded")
        return this.#with((client) => client.queryAfter(to.first, args[0] as pg.QueryConfig));
      return query(...args);
    };
    this.query = queryOrRead as unknown as typeof this.query;
    const connect = this.connect.bind(this) as (...args: unknown[]) => Promise<pg.PoolClient>;
    const connectOrJoin = (...args: unknown[]) => {
      const to = currentScope();
      return to?.kind === "joining" ? Promise.resolve(to.connection) : connect(...args);
    };
    this.connect = connectOrJoin as unknown as typeof this.connect;
  }

  /** Over when each connection is closed: what was sent on it is done by then, also what nobody waited for. */
  override async end(): Promise<void> {
    await super.end();
    while (this.#open.size > 0) await once(this, "remove");
  }

  async #with<T>(ask: (client: CompanyClient) => Promise<T>): Promise<T> {
    const client = await this.connect();
    try {
      return await ask(client as unknown as CompanyClient);
    } finally {
      client.release();
    }
  }
}
