import type { CheckpointBody } from "./checkpoint";
import type { Sql } from "./database";
import { EventRefusedError, insertEvents, type NewEvent, requireAcceptable } from "./events";

/** What the SDK asks of "the Inngest server", answered in process. */
export interface EmbeddedServer {
  db: Sql;
  /** Answers `POST /fn/register`; only the runner's own registration is heard. */
  register?: ((functions: unknown[]) => void) | undefined;
  /** False: the call is not the current one of its job. */
  saveCheckpoint?: (runId: string, body: CheckpointBody) => Promise<boolean>;
}

const CHECKPOINT = /^\/v1\/checkpoint\/([^/]+)\/async$/;

/**
 * The `fetch` of an embedded client: events, registration and checkpoints go to PostgreSQL, every other call to the
 * reserved host fails loudly, and what is meant for the real network goes there.
 */
export function createEmbeddedFetch(server: EmbeddedServer): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (!url.hostname.endsWith(".invalid")) return fetch(input, init);
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    const runId = CHECKPOINT.exec(url.pathname)?.[1];
    if (url.pathname.startsWith("/e/")) return takeEvents(server.db, [body].flat(), new Headers(init?.headers));
    if (url.pathname === "/fn/register" && server.register) {
      server.register(body.functions);
      return answer({ status: 200, modified: true });
    }
    if (runId && server.saveCheckpoint) {
      const isCurrent = await server.saveCheckpoint(decodeURIComponent(runId), body);
      return isCurrent ? answer({ data: {} }) : answer({ error: "stale dispatch" }, 409);
    }
    return answer({ error: `${url.pathname} is not available in embedded mode`, status: 501 }, 501);
  };
}

async function takeEvents(db: Sql, events: NewEvent[], headers: Headers): Promise<Response> {
  try {
    requireAcceptable(events);
    const ids = await insertEvents(db, events, { seed: headers.get("x-inngest-event-id-seed") });
    return answer({ ids, status: 200 });
  } catch (error) {
    if (!(error instanceof EventRefusedError)) throw error;
    return answer({ ids: [], status: 400, error: error.message }, 400);
  }
}

function answer(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}
