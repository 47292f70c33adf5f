import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import canonicalize from "canonicalize";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { decrypt, encrypt } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findKeptAnswer, keepAnswer, lockRequestKey, type RequestKey } from "./repository";

const SANE_KEY = /^[\x21-\x7e]{1,255}$/;
const TRIES = 30;
const PAUSE_MS = 100;

export interface RepeatableRequest {
  key: string;
  operation: string;
  input: unknown;
  status: number;
}

/**
 * Runs a request once for each key. Its change and its answer are one transaction, so a process that dies in the middle
 * leaves neither; a refused request leaves none either and may be tried again with the same key. While another request with
 * the key runs, this one waits without holding a connection.
 */
export async function runOnce(
  ctx: CompanyContext,
  { work, ...request }: RepeatableRequest & { work: (tx: TransactionContext) => Promise<unknown> },
): Promise<{ answer: unknown; isRepeat: boolean }> {
  const key = toRequestKey(ctx, request);
  for (let tries = 1; tries <= TRIES; tries++) {
    const outcome = await transact(ctx, async (tx) => {
      if (!(await lockRequestKey(tx, key))) return null;
      const kept = await findKeptAnswer(tx, key);
      if (kept) return { answer: openAnswer(kept, key), isRepeat: true };
      const answer = await work(tx);
      const sealed = encrypt(JSON.stringify(answer ?? null), placeOf(key));
      await keepAnswer(tx, { ...key, status: request.status, sealed });
      return { answer, isRepeat: false };
    });
    if (outcome) return outcome;
    await wait(PAUSE_MS);
  }
  throw new AppError({ code: "VERSION_CONFLICT", reason: "request_in_progress", details: { retryAfterSeconds: 1 } });
}

function toRequestKey(ctx: CompanyContext, { key, operation, input }: RepeatableRequest): RequestKey {
  if (!SANE_KEY.test(key)) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_idempotency_key" });
  const requestHash = createHash("sha256")
    .update(canonicalize(input) ?? "null")
    .digest("hex");
  return { scope: `${operation}:${principalOf(ctx)}`, key, requestHash };
}

const placeOf = ({ scope, key }: RequestKey) => ({ column: "idempotency_keys.response", rowId: `${scope}:${key}` });

function principalOf({ actor }: CompanyContext): string {
  if ("userId" in actor) return actor.userId;
  return actor.kind === "api_key" ? actor.apiKeyId : actor.kind;
}

function openAnswer({ requestHash, sealed }: { requestHash: string; sealed: string | null }, key: RequestKey): unknown {
  if (requestHash !== key.requestHash) throw new AppError({ code: "IDEMPOTENCY_MISMATCH", reason: "other_content" });
  return sealed === null ? null : JSON.parse(decrypt(sealed, placeOf(key)));
}
