import { Inngest, type InngestFunction, type Logger, type Middleware } from "inngest";
import pg from "pg";
import type { RunnerSettings } from "@/inngest/runner/context";
import { createBinding, embeddedOptions } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";

export const quick: Partial<RunnerSettings> = { backoffMs: [50], jitterMs: 0, maxRetryDelayMs: 3000 };
const nothing = () => {};
export const silent: Logger = { info: nothing, warn: nothing, error: nothing, debug: nothing };

/** A client of its own, as the product's is made but without the product's retry policy. */
export function createTestClient(id = "test", middleware: Middleware.Class[] = []) {
  const binding = createBinding();
  const client = new Inngest({ id, middleware, logger: silent, internalLogger: silent, ...embeddedOptions(binding) });
  return { client, binding };
}

export type TestClient = ReturnType<typeof createTestClient>["client"];

interface Setup {
  functions: (client: TestClient) => InngestFunction.Any[];
  settings?: Partial<RunnerSettings>;
  middleware?: Middleware.Class[];
}

/** A started runner on this file's database, the client to send with and a window on the tables. */
export async function startTestRunner({ functions, settings, middleware }: Setup) {
  const { client, binding } = createTestClient("test", middleware);
  const connectionString = platformUrl();
  const runner = createRunner({
    connectionString,
    client,
    functions: functions(client),
    binding,
    settings: { ...quick, ...settings },
  });
  await runner.start();
  return { runner, client };
}

export function platformUrl(): string {
  return process.env.PLATFORM_DATABASE_URL ?? "";
}

/** Waits for a condition instead of a time: resolves with the first value that is neither null nor false. */
export async function until<T>(
  find: () => Promise<T | null | false> | T | null | false,
  { timeoutMs = 60_000, what = "the condition" } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const found = await find();
    if (found !== null && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not come true within ${timeoutMs} ms`);
}

export interface RunRow {
  id: string;
  function_id: string;
  status: string;
  output: unknown;
  replay_of: string | null;
  events: { data: Record<string, unknown> }[];
}

/** Reads the runner's tables. */
export function createTables(connectionString = platformUrl()) {
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on("error", nothing);
  const runs = async (functionId: string): Promise<RunRow[]> =>
    (await pool.query<RunRow>("SELECT * FROM inngest.run WHERE function_id = $1 ORDER BY created_at, id", [functionId]))
      .rows;
  return {
    pool,
    runs,
    /** The function's runs once there are so many and all have ended. */
    endedRuns: (functionId: string, count: number, timeoutMs?: number) =>
      until(
        async () => {
          const found = await runs(functionId);
          return found.length >= count && found.every(({ status }) => status !== "running") ? found : null;
        },
        { what: `${count} ended runs of ${functionId}`, ...(timeoutMs ? { timeoutMs } : {}) },
      ),
    close: () => pool.end(),
  };
}
