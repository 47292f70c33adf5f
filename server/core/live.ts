import pg from "pg";
import { env } from "./env";
import { AppError } from "./errors";
import { newId } from "./ids";
import { log } from "./log";
import { createMailbox } from "./mailbox";

/** A committed fact of one company, as its open pages hear of it; a very large one comes without its data. */
export interface LiveEvent {
  id: string;
  /** Null: told to everybody, who must look whether it is meant for them. */
  companyId: string | null;
  name: string;
  data?: unknown;
}

/** Tells a page that it hears everything from now on, and may have missed something before. */
export const LIVE_READY = "live/ready";

interface Subscriber {
  companyId: string;
  put(event: LiveEvent): void;
  close(): void;
}

/** One for each process: Next's bundles each have their own module scope, so it lives on globalThis. */
interface Hub {
  subscribers: Set<Subscriber>;
  connection: pg.Client | null;
  isListening: boolean;
  retry: NodeJS.Timeout | null;
}

const shared = globalThis as typeof globalThis & { askproLive?: Hub };
const QUEUE_LIMIT = 500;
const MAX_RETRY_MS = 5000;

function hub(): Hub {
  if (!shared.askproLive) {
    shared.askproLive = { subscribers: new Set(), connection: null, isListening: false, retry: null };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => endAll(signal));
  }
  return shared.askproLive;
}

const ready = (companyId: string): LiveEvent => ({ id: newId(), companyId, name: LIVE_READY });

/**
 * The company's events from now on, until the signal aborts. Each begins with `live/ready`, once the database is listened
 * to, and again after a lost connection: whoever hears it reads afresh. All readers of a process share one connection.
 * When the process stops it throws MAINTENANCE, which makes a browser come back to the next one.
 */
export async function* listenLive(companyId: string, signal: AbortSignal): AsyncGenerator<LiveEvent, void> {
  if (signal.aborted) return;
  const { subscribers } = hub();
  const mailbox = createMailbox<LiveEvent>({ limit: QUEUE_LIMIT, onOverflow: () => ready(companyId) });
  const subscriber: Subscriber = { companyId, put: mailbox.put, close: mailbox.close };
  subscribers.add(subscriber);
  signal.addEventListener("abort", mailbox.close, { once: true });
  if (hub().isListening) mailbox.put(ready(companyId));
  else connect(0);
  try {
    yield* mailbox.read();
  } finally {
    signal.removeEventListener("abort", mailbox.close);
    subscribers.delete(subscriber);
    if (subscribers.size === 0) disconnect();
  }
  if (!signal.aborted) throw new AppError({ code: "MAINTENANCE", reason: "shutting_down" });
}

function connect(failures: number): void {
  const state = hub();
  if (state.connection || state.retry) return;
  const client = new pg.Client({ connectionString: env().APP_DATABASE_URL, keepAlive: true });
  state.connection = client;
  let isOver = false;
  const lost = (error?: Error) => {
    if (isOver) return;
    isOver = true;
    client.end().catch(() => {});
    if (state.connection === client) reconnect(state.isListening ? 0 : failures + 1, error);
  };
  client.on("error", lost);
  client.on("end", () => lost());
  client.on("notification", ({ payload }) => deliver(payload ?? ""));
  client
    .connect()
    .then(() => client.query("LISTEN live"))
    .then(() => {
      if (state.connection !== client) return client.end();
      state.isListening = true;
      for (const subscriber of state.subscribers) subscriber.put(ready(subscriber.companyId));
    })
    .catch(lost);
}

function reconnect(failures: number, error?: Error): void {
  const state = hub();
  state.connection = null;
  state.isListening = false;
  if (state.subscribers.size === 0) return;
  log("app").warn({ failures, reason: error?.message }, "live connection lost, trying again");
  state.retry = setTimeout(
    () => {
      state.retry = null;
      if (state.subscribers.size > 0) connect(failures);
    },
    Math.min(MAX_RETRY_MS, 100 * 2 ** failures),
  );
}

function disconnect(): void {
  const state = hub();
  if (state.retry) clearTimeout(state.retry);
  const { connection } = state;
  Object.assign(state, { connection: null, isListening: false, retry: null });
  connection?.end().catch(() => {});
}

function deliver(payload: string): void {
  const event = JSON.parse(payload) as LiveEvent;
  for (const subscriber of hub().subscribers) {
    if (event.companyId === null || subscriber.companyId === event.companyId) subscriber.put(event);
  }
}

/** An open stream must not hang a shutdown; where nobody else handles the signal it keeps its usual effect. */
function endAll(signal: "SIGTERM" | "SIGINT"): void {
  for (const subscriber of hub().subscribers) subscriber.close();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
