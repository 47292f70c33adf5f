import type pg from "pg";
import { type CompanyScope, scopedTo, unscoped } from "./company-scope";
import type { Connection } from "./context";
import { appClient, appPool } from "./db";
import type { Prisma } from "./generated/client";

/** Whoever holds rows for longer than this is stuck, and others wait for them. */
const LONGEST_MS = 20_000;
const DONE: pg.QueryResult = { command: "", rowCount: 0, oid: 0, fields: [], rows: [] };
const isOverError = () => new Error("The transaction of this context is over.");

/** Begun, and ended by `commit` or `rollback`, each at most once and never both; whichever it is, the connection goes back. */
export interface OpenTransaction {
  tx: Prisma.TransactionClient;
  connection: Connection | undefined;
  /** Throws where nothing of it stands: it was too long, or the database refuses what it was left as. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * A company's transaction on a connection of ours. Prisma joins it where it is first asked for something, because a transaction
 * that Prisma opens costs as much processor time as eight statements, and many need nothing of it (docs/decisions/0008).
 */
export async function beginTransaction(to: CompanyScope & { kind: "transaction" }): Promise<OpenTransaction> {
  const client = await appPool().connect();
  const ignore = () => {};
  // Whoever waits for an answer hears of a connection that broke.
  client.on("error", ignore);
  let state: "open" | "over" | "released" = "open";
  const guest = new Guest(client, () => state === "open");
  const giveUp = () => {
    state = "over";
    client.query("ROLLBACK").catch(ignore);
  };
  const timer = setTimeout(giveUp, LONGEST_MS).unref();

  async function finish(how: "COMMIT" | "ROLLBACK"): Promise<void> {
    if (state === "released") return;
    const wasOpen = state === "open";
    state = "released";
    clearTimeout(timer);
    try {
      const failure = await guest.leave();
      if (wasOpen) await client.query(failure ? "ROLLBACK" : how);
      if (failure) throw failure;
    } finally {
      client.off("error", ignore);
      client.release();
    }
    if (how === "COMMIT" && !wasOpen) throw new Error(`The transaction took longer than ${LONGEST_MS / 1000} s.`);
  }

  await scopedTo(to, () => client.query("BEGIN"));
  return {
    tx: guest.tx,
    connection: to.connection,
    commit: () => finish("COMMIT"),
    rollback: () => finish("ROLLBACK").catch(ignore),
  };
}

/** Prisma in a transaction that is not its own: what it takes for a connection begins and ends nothing. */
class Guest {
  #joining: Promise<Prisma.TransactionClient> | null = null;
  #left: Promise<unknown> = Promise.resolve();
  #leave: () => void = () => {};

  constructor(
    private readonly client: pg.PoolClient,
    private readonly isOpen: () => boolean,
  ) {}

  /** As Prisma's own; each call waits until Prisma has joined. */
  readonly tx = new Proxy({} as Prisma.TransactionClient, {
    get: (_, name) => (typeof name === "string" && name !== "then" ? this.#member(name) : undefined),
  });

  #member(name: string): unknown {
    if (name.startsWith("$")) return (...args: unknown[]) => this.#call((tx) => tx, { name, args });
    const find = (tx: Members) => tx[name] as unknown as Members;
    return new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...args: unknown[]) =>
            this.#call(find, { name: String(method), args }),
      },
    );
  }

  async #call(find: (tx: Members) => Members, { name, args }: { name: string; args: unknown[] }): Promise<unknown> {
    this.#joining ??= this.#join();
    return find((await this.#joining) as unknown as Members)[name]?.(...args);
  }

  #join(): Promise<Prisma.TransactionClient> {
    const leaving = new Promise<void>((resolve) => {
      this.#leave = resolve;
    });
    return new Promise((resolve, reject) => {
      const stay = (tx: Prisma.TransactionClient) => {
        resolve(tx);
        return leaving;
      };
      const to = { kind: "joining", connection: this.#connection() } as const;
      this.#left = scopedTo(to, () => appClient().$transaction((tx) => unscoped(() => stay(tx))));
      this.#left.catch(reject);
    });
  }

  /** What Prisma says about beginning and ending is for itself. */
  #connection(): pg.PoolClient {
    const query = async (asked: { text: string }) => {
      if (["BEGIN", "COMMIT", "ROLLBACK"].includes(asked.text)) return DONE;
      if (!this.isOpen()) throw isOverError();
      return this.client.query(asked);
    };
    const nothing = () => {};
    return { query, on: nothing, removeListener: nothing, release: nothing } as unknown as pg.PoolClient;
  }

  /** Says what Prisma failed with, if it did. */
  async leave(): Promise<unknown> {
    if (!this.#joining) return null;
    this.#leave();
    return this.#left.then(
      () => null,
      (error: unknown) => error ?? new Error("Prisma did not end well."),
    );
  }
}

type Members = Record<string, (...args: unknown[]) => unknown>;
