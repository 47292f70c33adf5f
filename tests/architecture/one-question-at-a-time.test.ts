import { describe, expect, it } from "vitest";
import { sourcesBelow } from "./source";

/** A transaction has one connection: what is asked of it side by side only queues up, and one failure leaves the rest running. */
const GATHERED = /Promise\.(?:all|allSettled|race|any)\(/g;
const ON_A_TRANSACTION = /\btx\b|\bctx\b|\bdb\(/;

function gatheredOnTransactions(text: string): string[] {
  return [...text.matchAll(GATHERED)]
    .map(({ index, 0: call }) => argumentsFrom(text, index + call.length))
    .filter((inner) => ON_A_TRANSACTION.test(inner));
}

/** What stands between the bracket that has just been opened and the one that closes it. */
function argumentsFrom(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < text.length; end++) depth += text[end] === "(" ? 1 : text[end] === ")" ? -1 : 0;
  return text.slice(start, end - 1);
}

describe("a transaction", () => {
  it("is asked one question at a time", () => {
    const found = ["server", "inngest"]
      .flatMap(sourcesBelow)
      .filter(({ path }) => !path.startsWith("server/sandbox/"))
      .flatMap(({ path, text }) => gatheredOnTransactions(text).map((inner) => `${path}: ${inner.trim()}`));
    expect(found).toEqual([]);
  });

  it.each([
    "await Promise.all([first(tx), second(tx)])",
    "Promise.all(ids.map((id) => db(ctx).staff.count({ where: { id } })))",
    "Promise.allSettled(\n  rows.map(async (row) => write(ctx, row)),\n)",
  ])("and this would be found: %s", (text) => {
    expect(gatheredOnTransactions(text)).toHaveLength(1);
  });

  it("and this is none of its business", () => {
    expect(gatheredOnTransactions("await Promise.all([getHealth(), diskUsage()]); work(tx);")).toEqual([]);
  });
});
