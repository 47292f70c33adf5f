import { createHash } from "node:crypto";
import { env } from "./env";
import { log } from "./log";

/** For whom a statement is asked; nothing is known of it where nobody is known yet. */
export interface StatementOwner {
  companyId?: string;
  requestId?: string;
}

/** Leaves a line for a statement that took longer than SLOW_QUERY_MS: which one and for whom, never with which values. */
export function noteIfSlow(text: unknown, durationMs: number, owner: StatementOwner | undefined): void {
  if (durationMs < env().SLOW_QUERY_MS) return;
  const shape = shapeOf(String(text));
  const fingerprint = createHash("sha256").update(shape).digest("hex").slice(0, 12);
  const facts = { ...owner, fingerprint, statement: brief(shape), durationMs: Math.round(durationMs) };
  log("performance").warn(facts, "slow query");
}

/** What a statement is, whatever it is asked with: no literals, and lists of every length alike. */
export function shapeOf(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'|\$\$.*?\$\$/gs, "?")
    .replace(/"public"\.|"/g, "")
    .replace(/(?<![\w$.])\d+(\.\d+)?\b/g, "?")
    .replace(/\$\d+/g, "?")
    .replace(/\s+/g, " ")
    .replace(/\?(::\w+)?(, ?\?(::\w+)?)+/g, "?, …")
    .replace(/\(\?(, …)?\)(, ?\(\?(, …)?\))+/g, "(?, …), …")
    .trim();
}

const LONGEST = 300;

/** The columns are what one misses least of a long one. */
function brief(shape: string): string {
  if (shape.length <= LONGEST) return shape;
  return shape.replace(/^SELECT .*? FROM /, "SELECT … FROM ").slice(0, LONGEST);
}
