import { Inngest, type Logger } from "inngest";
import pg from "pg";
import { createBinding, embeddedOptions } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { type Figure, median } from "./figure";

const ROUNDS = 5;
const RUNS = 400;
const nothing = () => {};
const silent: Logger = { info: nothing, warn: nothing, error: nothing, debug: nothing };

/** Runs per second from stored event to completed run, one worker; the median of five alternating rounds. */
export async function benchRunner(connectionString: string): Promise<Figure[]> {
  const binding = createBinding();
  const client = new Inngest({ id: "bench", logger: silent, internalLogger: silent, ...embeddedOptions(binding) });
  const empty = client.createFunction({ id: "empty", triggers: [{ event: "bench/empty" }] }, async () => null);
  const threeStep = client.createFunction(
    { id: "three-step", triggers: [{ event: "bench/three" }] },
    async ({ step }) => {
      const one = await step.run("one", () => 1);
      const two = await step.run("two", () => 2);
      return step.run("three", () => one + two);
    },
  );
  const runner = createRunner({ connectionString, client, functions: [empty, threeStep], binding });
  const pool = new pg.Pool({ connectionString, max: 1 });
  await runner.start();
  try {
    const measure = (functionId: string, event: string) => runsPerSecond({ client, pool, functionId, event });
    await measure("bench-empty", "bench/empty");
    await measure("bench-three-step", "bench/three");
    const rates: { empty: number[]; threeStep: number[] } = { empty: [], threeStep: [] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.empty.push(await measure("bench-empty", "bench/empty"));
      rates.threeStep.push(await measure("bench-three-step", "bench/three"));
    }
    return [
      { name: "runner.empty.runsPerSecond", value: median(rates.empty), unit: "runs/s", goal: { atLeast: 200 } },
      { name: "runner.threeStep.runsPerSecond", value: median(rates.threeStep), unit: "runs/s", goal: { atLeast: 90 } },
    ];
  } finally {
    await runner.stop();
    await pool.query("DELETE FROM inngest.run WHERE function_id IN ('bench-empty', 'bench-three-step')");
    await pool.end();
  }
}

interface Round {
  client: Inngest.Any;
  pool: pg.Pool;
  functionId: string;
  event: string;
}

async function runsPerSecond({ client, pool, functionId, event }: Round): Promise<number> {
  const wanted = (await countCompleted(pool, functionId)) + RUNS;
  const started = performance.now();
  await client.send(Array.from({ length: RUNS }, (_, n) => ({ name: event, data: { n } })));
  while ((await countCompleted(pool, functionId)) < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
  return (RUNS / (performance.now() - started)) * 1000;
}

async function countCompleted(pool: pg.Pool, functionId: string): Promise<number> {
  const { rows } = await pool.query<{ completed: number }>(
    "SELECT count(*)::integer AS completed FROM inngest.run WHERE function_id = $1 AND status = 'completed'",
    [functionId],
  );
  return rows[0]?.completed ?? 0;
}
