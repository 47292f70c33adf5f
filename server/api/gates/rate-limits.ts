import type { LimitName } from "@/server/core/limits";
import { networkOf } from "@/server/core/request-limits/network-of";
import { type Allowance, type Counted, requireWithin } from "@/server/core/request-limits/require-within";
import type { ApiContext } from "../context";

type Caller = Pick<ApiContext, "session" | "apiKey" | "ip" | "answer" | "batch">;

/**
 * Counts one call: against whoever makes it, and against the limit of what it is for. Throws RATE_LIMITED. Who is nobody
 * is counted by address; without one the request came from no network, but from ourselves. The calls of a batch are one
 * request of whoever makes them, and each a call for what it is for.
 */
export async function requireWithinLimits(caller: Caller, name?: LimitName): Promise<void> {
  const { batch } = caller;
  const { own, resource } = layersOf(caller, name);
  if (!own) return;
  if (!batch) return take(caller, [own, ...resource]);
  batch.counted ??= take(caller, [own]);
  await batch.counted;
  if (resource.length > 0) await take(caller, resource);
}

async function take(caller: Caller, counted: Counted[]): Promise<void> {
  try {
    const allowance = await requireWithin(counted, { whenDown: "closed" });
    if (allowance) tellAllowance(caller.answer, allowance);
  } catch (error) {
    tellRefusal(caller.answer, error);
    throw error;
  }
}

function layersOf({ session, apiKey, ip }: Caller, name: LimitName | undefined) {
  const known = apiKey ? `key:${apiKey.apiKeyId}` : session && `user:${session.user.id}`;
  const subject = known ?? (ip && networkOf(ip));
  const own: Counted | null = subject ? { name: known ? "user" : "anonymous", subject } : null;
  const resource: Counted[] = subject && name ? [{ name, subject }] : [];
  return { own, resource };
}

const HEADERS = { limit: "x-ratelimit-limit", remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset" };

/** Of several calls in one request the answer tells the one that has least left. */
function tellAllowance(answer: Headers, { limit, remaining, resetsAtMs }: Allowance): void {
  const told = answer.get(HEADERS.remaining);
  if (told !== null && Number(told) <= remaining) return;
  answer.set(HEADERS.limit, String(limit));
  answer.set(HEADERS.remaining, String(remaining));
  answer.set(HEADERS.reset, String(Math.ceil(resetsAtMs / 1000)));
}

function tellRefusal(answer: Headers, error: unknown): void {
  const { details } = error as { details?: Record<string, unknown> };
  const { allowed, resetsAtMs } = details ?? {};
  if (typeof allowed === "number" && typeof resetsAtMs === "number")
    tellAllowance(answer, { limit: allowed, remaining: 0, resetsAtMs });
}
