import { insertBenchRow } from "../repository/bench";

/** The least that a route can do and still have kept something: one row, committed. What webhooks are measured against. */
export async function recordBenchRow(body: string): Promise<void> {
  await insertBenchRow(body);
}
