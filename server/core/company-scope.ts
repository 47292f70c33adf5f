import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import type { Connection } from "./context";

/** Whose statements these are, and how they stand in a transaction. */
export type CompanyScope =
  /**
   * Of the one that is about to begin; `isPlannedOnce`: its statements are planned once for each connection. Whichever
   * connection begins it enters itself.
   */
  | {
      kind: "transaction";
      companyId: string;
      requestId: string;
      isPlannedOnce?: boolean | undefined;
      connection?: Connection;
    }
  /** Of each statement by itself. */
  | { kind: "reading"; companyId: string; requestId: string }
  /** Of the one that an operator is about to begin, over all companies. */
  | { kind: "platform"; requestId: string }
  /** The statement is the transaction's last: COMMIT is sent with it. */
  | { kind: "ending" }
  /** Of Prisma, which comes to a transaction that is open already: this it gets for a connection. */
  | { kind: "joining"; connection: pg.PoolClient }
  /** Another one goes ahead of it in the same packet, as a transaction of its own on the same connection. */
  | { kind: "preceded"; first: pg.QueryConfig };

/** One for each process, as the connections are: Next's bundles each have their own module scope. */
const shared = globalThis as typeof globalThis & { askproScope?: AsyncLocalStorage<CompanyScope> };
shared.askproScope ??= new AsyncLocalStorage<CompanyScope>();
const scope = shared.askproScope;

/** The transaction that `work` begins, or each statement that it reads with, belongs to this company. */
export function scopedTo<T>(to: CompanyScope, work: () => T): T {
  return scope.run(to, work);
}

/** Whose the statements are that are asked for here. */
export function currentScope(): CompanyScope | undefined {
  return scope.getStore();
}

/** The work inside is nobody's again: a transaction of another kind that it opens, or a statement of its own. */
export function unscoped<T>(work: () => T): T {
  return scope.exit(work);
}

/** Asks for the last statement of a transaction; whatever is asked in it afterwards belongs to nobody. */
export function endingWith<T>(ask: () => PromiseLike<T>): Promise<T> {
  return scope.run({ kind: "ending" }, async () => await ask());
}

/** Asks for one statement, with another one sent right before it; whoever needs the first one's effect checks it in the second. */
export function precededBy<T>(first: pg.QueryConfig, ask: () => Promise<T>): Promise<T> {
  return scope.run({ kind: "preceded", first }, ask);
}
