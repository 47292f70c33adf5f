import pg from "pg";
import { log } from "./log";

export interface OutboxEvent {
  /** The outbox row's id: whoever gets it twice knows it again. */
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts?: number;
}

type Send = (events: OutboxEvent[]) => Promise<void>;

interface PublisherOptions {
  /** As app_platform, and direct: it listens. */
  connectionString: string;
  send: Send;
  sweepMs?: number;
}

const BATCH = 100;
const SWEEP_MS = 15_000;
const PAUSE_AFTER_FAULT_MS = 500;
const FAULTS_IN_A_SWEEP = 3;

/**
 * Publishes what commands left in the outbox: at once after their commit, and in a sweep whatever was missed. An event is
 * marked in the transaction in which it is sent: a crash between the two sends it again, never not at all. Several
 * publishers share the work. What can't be sent is tried again alone, and holds up nothing else.
 */
export async function startOutboxPublisher({ connectionString, send, sweepMs = SWEEP_MS }: PublisherOptions) {
  let client: pg.Client | undefined;
  let isStopped = false;
  let isWoken = false;
  let endRest = () => {};
  let nextSweepAt = 0;

  const wake = () => {
    isWoken = true;
    endRest();
  };
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const lose = (lost: pg.Client) => {
    if (client === lost) client = undefined;
    wake();
  };
  const round = async () => {
    client ??= await listen(connectionString, { onEvent: wake, onLost: lose });
    isWoken = false;
    while (!isStopped && (await publish(client, send, "fresh")) === BATCH);
    if (Date.now() < nextSweepAt) return;
    await retryFailed(client, send);
    nextSweepAt = Date.now() + sweepMs;
  };
  const run = async () => {
    while (!isStopped) {
      try {
        await round();
        if (!isWoken && !isStopped) await rest(sweepMs);
      } catch (error) {
        log("jobs").warn({ error: messageOf(error) }, "outbox: not published");
        await client?.end().catch(() => {});
        client = undefined;
        if (!isStopped) await rest(PAUSE_AFTER_FAULT_MS);
      }
    }
    await client?.end();
  };

  const done = run();
  return {
    async stop() {
      isStopped = true;
      wake();
      await done;
    },
  };
}

interface Listeners {
  onEvent: () => void;
  onLost: (client: pg.Client) => void;
}

async function listen(connectionString: string, on: Listeners): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: "askproai-outbox",
    // A publisher that freezes while it sends must not keep its events from the others.
    idle_in_transaction_session_timeout: 60_000,
  });
  client.on("notification", on.onEvent);
  client.on("error", () => on.onLost(client));
  await client.connect();
  await client.query("LISTEN outbox");
  return client;
}

/** One by one, those that failed least first; after a few faults the rest waits for the next sweep. */
async function retryFailed(client: pg.Client, send: Send): Promise<void> {
  for (let faults = 0; faults < FAULTS_IN_A_SWEEP; ) {
    const published = await publish(client, send, "failed");
    if (published === 0) return;
    if (published < 0) faults++;
  }
}

const CHOICE = {
  fresh: `WHERE published_at IS NULL AND attempts = 0 ORDER BY created_at, id LIMIT ${BATCH}`,
  failed: "WHERE published_at IS NULL AND attempts > 0 ORDER BY attempts, created_at, id LIMIT 1",
};

interface OutboxRow {
  id: string;
  name: string;
  payload: Record<string, unknown>;
  created_at: Date;
}

/** Sends what is chosen and marks it, or marks that it failed. How many were sent; -1 after a failure. */
async function publish(client: pg.Client, send: Send, choice: keyof typeof CHOICE): Promise<number> {
  await client.query("BEGIN");
  const { rows } = await client.query<OutboxRow>(
    `SELECT id, name, payload, created_at FROM outbox_events ${CHOICE[choice]} FOR UPDATE SKIP LOCKED`,
  );
  const ids = rows.map(({ id }) => id);
  let fault: string | null = null;
  if (rows.length) await send(rows.map(toEvent)).catch((error: unknown) => (fault = messageOf(error)));
  await client.query(
    `UPDATE outbox_events SET attempts = attempts + 1, last_error = $2,
       published_at = CASE WHEN $2::text IS NULL THEN now() END
     WHERE id = ANY($1)`,
    [ids, fault],
  );
  await client.query("COMMIT");
  if (fault !== null) log("jobs").warn({ error: fault, events: rows.length }, "outbox: events not sent");
  return fault === null ? rows.length : -1;
}

function toEvent({ id, name, payload, created_at }: OutboxRow): OutboxEvent {
  return { id, name, data: payload, ts: created_at.getTime() };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
