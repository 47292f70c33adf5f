import { env } from "../env";
import { AppError } from "../errors";
import { type LimitName, limitNamed } from "../limits";
import { log } from "../log";
import { countRequest } from "./count-together";
import type { CountedLayer, Layer } from "./counter";
import { knownRefusal, rememberRefusal } from "./known-refusals";
import { remainingIn, waitMs } from "./window";

/** A limit, and who it is counted for. */
export interface Counted {
  name: LimitName;
  subject: string;
}

/** What is left of the tightest of a request's limits. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** When the present window ends. */
  resetsAtMs: number;
}

interface Outcome extends Allowance {
  name: LimitName;
  retryAfterMs: number;
}

/**
 * Takes one from each of these limits. Throws RATE_LIMITED, with the seconds to wait, when one of them is used up.
 * When requests can't be counted at all, `open` lets them pass (a caller is on the line, a provider delivers) and null is
 * the answer; everybody else hears that it is our fault. Both leave a line in the security log.
 */
export async function requireWithin(
  counted: Counted[],
  { whenDown }: { whenDown: "open" | "closed" },
): Promise<Allowance | null> {
  const layers = counted.map(toLayer);
  const known = layers.map(({ bucket }) => knownRefusal<Outcome>(bucket)).find(Boolean);
  if (known) throw refusalOf({ ...known.value, retryAfterMs: known.untilMs - Date.now() });
  const request = await countRequest(layers).catch((error: unknown) => ({ error }));
  if ("error" in request) return passUncounted(counted, { whenDown, error: request.error });
  const standing = request.layers.map((state, at) => ({ state, layer: layers[at], name: counted[at]?.name }));
  const outcomes = standing.flatMap(({ state, layer, name }) =>
    layer && name ? [toOutcome({ ...request, state, layer, name })] : [],
  );
  const over = outcomes.filter(({ retryAfterMs }) => retryAfterMs > 0).sort((a, b) => b.retryAfterMs - a.retryAfterMs);
  if (over[0]) throw refusalOf(over[0]);
  return outcomes.sort((a, b) => a.remaining - b.remaining)[0] ?? null;
}

/**
 * The limit for a statement that counts by itself (`request_limits_take`), so that it takes no round trip of its own; null
 * where Redis counts. Throws RATE_LIMITED for what is known to be used up. A statement that finds it used up has done
 * nothing: `requireWithin` then says how long to wait.
 */
export function limitInStatement(counted: Counted): Layer | null {
  if (env().REDIS_URL) return null;
  const layer = toLayer(counted);
  const known = knownRefusal<Outcome>(layer.bucket);
  if (known) throw refusalOf({ ...known.value, retryAfterMs: known.untilMs - Date.now() });
  return layer;
}

function toLayer({ name, subject }: Counted): Layer {
  const { limit, windowSeconds } = limitNamed(name);
  return { bucket: `${name}:${subject}`, limit, windowMs: windowSeconds * 1000 };
}

interface Standing {
  isGranted: boolean;
  nowMs: number;
  state: CountedLayer;
  layer: Layer;
  name: LimitName;
}

function toOutcome({ isGranted, nowMs, state, layer, name }: Standing): Outcome {
  const isRefusing = !isGranted && state.isOver;
  const retryAfterMs = isRefusing ? Math.max(1, waitMs(state, layer, nowMs)) : 0;
  const { limit, windowMs, bucket } = layer;
  const resetsAtMs = state.startedMs + windowMs;
  const outcome = { name, limit, remaining: remainingIn(state, layer, nowMs), retryAfterMs, resetsAtMs };
  if (isRefusing) rememberRefusal(bucket, { value: outcome, untilMs: Date.now() + retryAfterMs });
  return outcome;
}

function refusalOf({ name, limit, resetsAtMs, retryAfterMs }: Outcome): AppError {
  const details = { limit: name, allowed: limit, resetsAtMs, retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
  return new AppError({ code: "RATE_LIMITED", reason: "too_many_requests", details });
}

interface Uncounted {
  whenDown: "open" | "closed";
  error: unknown;
}

function passUncounted(counted: Counted[], { whenDown, error }: Uncounted): null {
  const limits = counted.map(({ name }) => name);
  const fault = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  log("security").error({ limits, whenDown, fault }, "requests can't be counted");
  if (whenDown === "open") return null;
  throw new AppError({ code: "MAINTENANCE", reason: "limits_unavailable", details: { retryAfterSeconds: 5 } });
}
