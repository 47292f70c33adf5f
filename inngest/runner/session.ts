import { randomInt } from "node:crypto";
import pg from "pg";
import { type Log, WORKER_LOCK } from "./database";

export interface Session {
  /** This worker's number while the connection lives; jobs are owned under it. */
  readonly workerId: number;
  readonly isConnected: boolean;
  stop(): Promise<void>;
}

interface SessionOptions {
  connectionString: string;
  onWake: () => void;
  log: Log;
  reconnectMs?: number;
}

/**
 * The connection that proves a worker alive: it holds an advisory lock, which PostgreSQL drops the moment the process
 * dies, and hears of new events. It needs a direct connection, no transaction-mode pooler. When it breaks it comes back
 * under a new number and takes its jobs along; nothing is claimed meanwhile.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  let workerId = 0;
  let client: pg.Client | undefined;
  let stopped = false;

  const lose = (lost: pg.Client, reason: string) => {
    if (client !== lost || stopped) return;
    client = undefined;
    options.log("runner session lost", { reason });
    void reconnect();
  };
  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: options.connectionString,
      application_name: "askproai-runner-session",
    });
    fresh.on("error", (error) => lose(fresh, error.message));
    fresh.on("end", () => lose(fresh, "connection closed"));
    fresh.on("notification", options.onWake);
    await fresh.connect();
    const next = randomInt(1, 2 ** 31 - 1);
    await fresh.query("SELECT pg_advisory_lock($1, $2)", [WORKER_LOCK, next]);
    await fresh.query("LISTEN inngest");
    await fresh.query("UPDATE inngest.job SET owner = $1 WHERE owner = $2", [next, workerId]);
    workerId = next;
    client = fresh;
  };
  const reconnect = async () => {
    while (!stopped && !client) {
      await new Promise((resolve) => setTimeout(resolve, options.reconnectMs ?? 500));
      await connect().catch((error: Error) => options.log("runner can't reconnect", { reason: error.message }));
    }
    options.onWake();
  };

  await connect();
  return {
    get workerId() {
      return workerId;
    },
    get isConnected() {
      return client !== undefined;
    },
    async stop() {
      stopped = true;
      await client?.end();
    },
  };
}
