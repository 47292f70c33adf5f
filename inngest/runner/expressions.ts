import { type ASTNode, type ParseResult, parse } from "@marcbachmann/cel-js";

export interface ExpressionFacts {
  /** The event that started the run (or is about to). */
  event: unknown;
  /** The event that has just come in, for `waitForEvent` and `cancelOn`. */
  async?: unknown;
}

interface Compiled {
  evaluate: ParseResult;
  /** Every `event.…` and `async.…` path outside `has()`. */
  paths: string[][];
}

/** What the Inngest server knows; cel-js knows more, and one unknown function makes the server refuse the whole app. */
const ALLOWED_FUNCTIONS = new Set(
  "has size contains startsWith endsWith matches string int uint double bool timestamp duration all exists exists_one map filter".split(
    " ",
  ),
);
const compiled = new Map<string, Compiled>();

/** Says why the Inngest server would not accept the expression, or null. */
export function findExpressionFault(expression: string): string | null {
  try {
    const unknown = [...walk(parse(expression).ast)].find(
      (node) => (node.op === "call" || node.op === "rcall") && !ALLOWED_FUNCTIONS.has(node.args[0]),
    );
    return unknown ? `"${String((unknown.args as unknown[])[0])}" is not a function that Inngest knows` : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The value of a CEL expression, or undefined when it has none (which counts as "no match").
 * Like the Inngest server, and unlike plain CEL, an absent last path segment reads as null.
 */
export function evaluate(expression: string, facts: ExpressionFacts): unknown {
  const { evaluate: run, paths } = compile(expression);
  try {
    return run({ ...facts });
  } catch {
    try {
      return run(withNulls(facts, paths));
    } catch {
      return undefined;
    }
  }
}

/** True when there is no expression, or it is true. */
export function holds(expression: string | null | undefined, facts: ExpressionFacts): boolean {
  return !expression || evaluate(expression, facts) === true;
}

/** A flow-control key: without an expression all events share one. */
export function evaluateKey(expression: string | undefined, event: unknown): string {
  if (!expression) return "";
  const value = evaluate(expression, { event });
  return value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function compile(expression: string): Compiled {
  let found = compiled.get(expression);
  if (!found) {
    const run = parse(expression);
    found = { evaluate: run, paths: [...walk(run.ast)].flatMap((node) => pathOf(node) ?? []) };
    compiled.set(expression, found);
  }
  return found;
}

function* walk(node: unknown): Generator<ASTNode> {
  if (Array.isArray(node)) {
    for (const child of node) yield* walk(child);
  } else if (isNode(node) && !(node.op === "call" && node.args[0] === "has")) {
    yield node;
    yield* walk(node.args);
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}

/** `event.data.a` as [["event", "data", "a"]]; null for anything that is not such a chain. */
function pathOf(node: ASTNode): string[][] | null {
  const segments: string[] = [];
  let at = node;
  while (at.op === ".") {
    segments.unshift(at.args[1]);
    at = at.args[0];
  }
  const isChain = at.op === "id" && (at.args === "event" || at.args === "async") && segments.length > 0;
  return isChain ? [[at.args as string, ...segments]] : null;
}

function withNulls(facts: ExpressionFacts, paths: string[][]): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone({ ...facts });
  for (const path of paths) {
    const leaf = path.at(-1) ?? "";
    let parent: unknown = copy;
    for (const segment of path.slice(0, -1)) parent = (parent as Record<string, unknown> | null | undefined)?.[segment];
    if (isRecord(parent) && !(leaf in parent) && isMaximal(path, paths)) parent[leaf] = null;
  }
  return copy;
}

/** A missing middle segment stays missing: only the end of a path reads as null. */
function isMaximal(path: string[], paths: string[][]): boolean {
  return !paths.some((other) => other.length > path.length && path.every((segment, i) => other[i] === segment));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
