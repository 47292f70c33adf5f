import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { saveCheckpoint } from "./checkpoint";
import { releaseJobs } from "./claim";
import { defaultSettings, type RunnerContext, type RunnerSettings } from "./context";
import { enterSchedules } from "./cron";
import { createPool, type Log } from "./database";
import { createDispatcher } from "./dispatcher";
import { createEmbeddedFetch, type EmbeddedServer } from "./embedded-fetch";
import { registerFunctions } from "./handshake";
import { startLoops } from "./loops";
import type { EmbeddedBinding } from "./mode";
import { createRegistry } from "./registry";
import { openSession, type Session } from "./session";

export interface RunnerOptions {
  /** A direct connection as app_platform: a transaction-mode pooler would lose the session's lock. */
  connectionString: string;
  client: Inngest.Any;
  functions: InngestFunction.Any[];
  /** The binding that the client was made with (`embeddedOptions`). */
  binding: EmbeddedBinding;
  settings?: Partial<RunnerSettings>;
  log?: Log;
}

export interface Runner {
  readonly id: number;
  /** Registers the functions (throws RegistrationError on one it can't carry out), then works until stopped. */
  start(): Promise<void>;
  /** Lets calls under way finish for up to three seconds; what is left goes back to the queue. */
  stop(): Promise<void>;
  /** Looks for new events and jobs at once. */
  wake(): void;
}

const STOP_GRACE_MS = 3000;
const POOL_SIZE = 10;

/**
 * Plays the Inngest server's part on PostgreSQL: it speaks the SDK's own protocol to the unmodified `serve()` handler in
 * process. Several may work on one database; each survives the loss of its connections.
 */
export function createRunner(options: RunnerOptions): Runner {
  let stopAll = async () => {};
  let wake = () => {};
  let session: Session | undefined;

  return {
    get id() {
      return session?.workerId ?? 0;
    },
    wake: () => wake(),
    stop: () => stopAll(),
    async start() {
      try {
        await open();
      } catch (error) {
        await stopAll();
        throw error;
      }
    },
  };

  async function open() {
    const log = options.log ?? (() => {});
    const settings = { ...defaultSettings, ...options.settings };
    const pool = createPool(options.connectionString, { max: POOL_SIZE, log, idleTransactionMs: settings.leaseMs });
    stopAll = () => pool.end();
    const server: EmbeddedServer = { db: pool };
    options.binding.fetch = createEmbeddedFetch(server);
    const handler = serve({ client: options.client, functions: options.functions, enableUnauthedSync: true });
    const registry = createRegistry(await registerFunctions(handler, server));
    const ctx: RunnerContext = { pool, registry, settings, log };
    server.saveCheckpoint = (runId, body) => saveCheckpoint(ctx, runId, body);

    await enterSchedules(ctx);
    const opened = await openSession({ connectionString: options.connectionString, onWake: () => wake(), log });
    session = opened;
    const dispatcher = createDispatcher(ctx, {
      handler,
      signingKey: options.binding.signingKey,
      onDone: () => loops.claim.wake(),
    });
    const loops = startLoops(ctx, { session: opened, dispatcher });
    wake = () => {
      loops.route.wake();
      loops.claim.wake();
    };
    stopAll = async () => {
      await Promise.all(Object.values(loops).map((loop) => loop.stop()));
      await dispatcher.drain(STOP_GRACE_MS);
      await loops.beat.stop();
      await releaseJobs(ctx, opened.workerId).catch((error: Error) =>
        log("jobs not released", { error: error.message }),
      );
      await opened.stop();
      await pool.end();
    };
  }
}
