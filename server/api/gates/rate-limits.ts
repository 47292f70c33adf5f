import type { LimitName } from "@/server/core/limits";
import { networkOf } from "@/server/core/request-limits/network-of";
import { type Allowance, type Counted, requireWithin } from "@/server/core/request-limits/require-within";
import type { ApiContext } from "../context";

type Caller = Pick<ApiContext, "session" | "apiKey" | "ip" | "answer">;

/**
 * Counts one call: against whoever makes it, and against the limit of what it is for. Throws RATE_LIMITED. Who is nobody
 * is counted by address; without one the request came from no network, but from ourselves.
 */
export async function requireWithinLimits(caller: Caller, name?: LimitName): Promise<void> {
  const counted = layersOf(caller, name);
  if (counted.length === 0) return;
  try {
    const allowance = await requireWithin(counted, { whenDown: "closed" });
    if (allowance) tellAllowance(caller.answer, allowance);
  } catch (error) {
    tellRefusal(caller.answer, error);
    throw error;
  }
}

function layersOf({ session, apiKey, ip }: Caller, name: LimitName | undefined): Counted[] {
  const known = apiKey ? `key:${apiKey.apiKeyId}` : session && `user:${session.user.id}`;
  const subject = known ?? (ip && networkOf(ip));
  if (!subject) return [];
  const own: Counted = { name: known ? "user" : "anonymous", subject };
  return name ? [own, { name, subject }] : [own];
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
