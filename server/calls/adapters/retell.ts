import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import Retell from "retell-sdk";
import { z } from "zod";
import { decrypt } from "@/server/core/crypto";
import { env } from "@/server/core/env";
import { parseStorable } from "@/server/core/json";
import { type CallParty, isLifecycleEvent, type ProviderCall } from "../rules/provider-call";
import { toParty, toProviderCall } from "./retell-call";
import { openEnvelope } from "./retell-older-shapes";

export const SIGNATURE_HEADER = "x-retell-signature";

/** The key that signs for a company: its own, else the platform's; undefined when there is neither. */
export function signingKey(
  line: { companyId: string; apiKeyEncrypted: string | null } | null | undefined,
): string | undefined {
  if (!line?.apiKeyEncrypted) return env().RETELL_API_KEY;
  return decrypt(line.apiKeyEncrypted, { column: "companies.retell_api_key_encrypted", rowId: line.companyId });
}

const SIGNATURE = /^v=(\d{1,15}),d=([\da-f]{64})$/i;
const FIVE_MINUTES_MS = 300_000;

/**
 * Whether the provider signed exactly this body within the last five minutes: HMAC-SHA256 over the body and the time in
 * milliseconds, as `Retell.verify` of its SDK checks it. Done here because that hands each of its steps to another thread,
 * which takes longer than all of this, and a caller waits (docs/decisions/0008-round-trips.md).
 */
export function isSigned({ raw, signature }: { raw: string; signature: string | null }, key: string | undefined) {
  const [, stamp, digest] = SIGNATURE.exec(signature ?? "") ?? [];
  if (!key || !stamp || !digest || Math.abs(Date.now() - Number(stamp)) > FIVE_MINUTES_MS) return false;
  const expected = createHmac("sha256", key).update(raw).update(stamp).digest();
  return timingSafeEqual(expected, Buffer.from(digest, "hex"));
}

export interface EventDelivery {
  event: string;
  party: CallParty;
  /** Lifecycle events come once for each call; anything else is the same when its bytes are. */
  externalId: string;
}

/** What a webhook's body tells, or null when it is not one of the provider's. */
export function readEvent(raw: string): EventDelivery | null {
  const envelope = openEnvelope(parseStorable(raw));
  const party = envelope && toParty(envelope.call ?? {});
  if (!envelope || !party) return null;
  const { event } = envelope;
  const isLifecycle = isLifecycleEvent(event);
  if (isLifecycle && !party.callId) return null;
  return { event, party, externalId: isLifecycle ? `${event}:${party.callId}` : sha256(raw) };
}

/** The call in a logged delivery. */
export function readCall(payload: unknown): ProviderCall | null {
  return toProviderCall(openEnvelope(payload)?.call);
}

export interface FunctionRequest {
  party: CallParty;
  startedAt: Date | null;
  args: Record<string, unknown>;
}

const json = z.record(z.string(), z.unknown());
const functionBody = z.object({ call: json.optional().catch(undefined), args: json.optional().catch(undefined) });

/** A custom function's request: `{name, call, args}`, or the bare arguments with a `call_id`. Null when it is neither. */
export function readFunctionRequest(raw: string): FunctionRequest | null {
  const body = json.safeParse(parseStorable(raw));
  if (!body.success) return null;
  const { call, args } = functionBody.parse(body.data);
  const party = toParty(call ?? body.data);
  if (!party) return null;
  const startedAt = call ? (toProviderCall(call)?.startedAt ?? null) : null;
  return { party, startedAt, args: args ?? (call ? {} : body.data) };
}

/** The call as the provider knows it now, or null when it knows none with this id. */
export async function fetchCall(callId: string, apiKey: string | undefined): Promise<ProviderCall | null> {
  const client = new Retell({ apiKey: apiKey ?? "", baseURL: env().RETELL_BASE_URL, maxRetries: 1, timeout: 10_000 });
  try {
    return toProviderCall(await client.call.retrieve(callId));
  } catch (error) {
    // An id that the provider does not know is 422 there, not 404.
    if (error instanceof Retell.NotFoundError || error instanceof Retell.UnprocessableEntityError) return null;
    throw error;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
