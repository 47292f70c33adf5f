import type { InngestFunction } from "inngest";
import type { TestClient } from "../harness";

/** What the functions saw, by name: compared with golden.txt (README.md beside it). */
export interface Recorder {
  record(key: string, value: unknown): void;
  /** How often this was called with this key, in this process. */
  count(key: string): number;
}

export type Cases = (client: TestClient, recorder: Recorder) => InngestFunction.Any[];

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createRecorder() {
  const seen = new Map<string, unknown>();
  const counts = new Map<string, number>();
  return {
    seen,
    record: (key: string, value: unknown) => void seen.set(key, value === undefined ? null : value),
    count(key: string) {
      const next = (counts.get(key) ?? 0) + 1;
      counts.set(key, next);
      return next;
    },
  };
}

/** Errors as their name and message. */
export async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await work };
  } catch (error) {
    return error instanceof Error ? [error.name, error.message] : String(error);
  }
}
