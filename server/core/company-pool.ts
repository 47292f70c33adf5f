import pg from "pg";
import { CompanyClient } from "./company-client";
import { currentScope } from "./company-scope";

type Query = (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>;

/** Connections that read as the company in whose scope they are asked; which one is free is nobody's matter. */
export class CompanyPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: CompanyClient as unknown as NonNullable<pg.PoolConfig["Client"]> });
    const query = this.query.bind(this) as unknown as Query;
    // The company is taken here and handed on: by the time that a connection is free, somebody else's scope may hold.
    const queryOrRead: Query = (...args) => {
      const to = currentScope();
      if (to?.kind === "reading") return this.#with((client) => client.readAs(to, args[0] as pg.QueryConfig));
      if (to?.kind === "preceded")
        return this.#with((client) => client.queryAfter(to.first, args[0] as pg.QueryConfig));
      return query(...args);
    };
    this.query = queryOrRead as unknown as typeof this.query;
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
