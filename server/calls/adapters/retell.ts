import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import Retell from "retell-sdk";
import { z } from "zod";
import { decrypt } from "@/server/core/crypto";
import { env } from "@/server/core/env";
import { parseStorable } from "@/server/core/json";
import type { Reported } from "@/server/integrations/commands/with-circuit";
import type { IntegrationResult } from "@/server/integrations/schema";
import { type CallParty, isLifecycleEvent, type LifecycleEvent, type ProviderCall } from "../rules/provider-call";
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

/** As the provider signs, for a conversation that is tried out here. */
export function sign(raw: string, key: string): string {
  const stamp = String(Date.now());
  return `v=${stamp},d=${createHmac("sha256", key).update(raw).update(stamp).digest("hex")}`;
}

export interface EventDelivery {
  event: string;
  party: CallParty;
  /** Lifecycle events come once for each call; anything else is the same when its bytes are. */
  externalId: string;
}

/** What a webhook's body tells, or null when it is not one of the provider's. */
export function readEvent(raw: string): EventDelivery | null {
  const envelope = openEnvelope(parseStorable(raw), { takesOlder: env().RETELL_OLDER_WEBHOOKS === "1" });
  const party = envelope && toParty(envelope.call ?? {});
  if (!envelope || !party) return null;
  const { event } = envelope;
  const isLifecycle = isLifecycleEvent(event);
  if (isLifecycle && !party.callId) return null;
  return { event, party, externalId: isLifecycle ? `${event}:${party.callId}` : sha256(raw) };
}

/** A company with a key of its own signs what it likes: what it names stands in nobody else's way. */
export const deliveryId = ({ externalId, companyId }: { externalId: string; companyId: string }): string =>
  `${externalId}:${companyId}`;

/** As what an event of a call's life was logged. */
export const lifecycleDeliveryId = (told: { event: LifecycleEvent; retellCallId: string; companyId: string }): string =>
  deliveryId({ externalId: `${told.event}:${told.retellCallId}`, companyId: told.companyId });

/** The call in a logged delivery. */
export function readCall(payload: unknown): ProviderCall | null {
  return toProviderCall(openEnvelope(payload, { takesOlder: true })?.call);
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

/** What was read, or why it could not be, and whether another try is in vain. */
export type Fetched = { call: ProviderCall | null } | { error: unknown; isFinal: boolean };

/** The call as the provider knows it now, null when it knows none with this id; and what that says about the provider. */
export async function fetchCall(callId: string, apiKey: string | undefined): Promise<Reported<Fetched>> {
  try {
    return {
      answer: { call: toProviderCall(await clientFor(apiKey).call.retrieve(callId)) },
      result: { kind: "success" },
    };
  } catch (error) {
    return isUnknownCall(error) ? { answer: { call: null }, result: { kind: "success" } } : failed(error);
  }
}

/** That nothing is left of the call over there, or why it could not be deleted, and whether another try is in vain. */
export type Forgotten = { isGone: true } | { error: unknown; isFinal: boolean };

/** Has the provider delete a call with all that it keeps of it; one that it does not know is gone already. */
export async function deleteRemoteCall(callId: string, apiKey: string | undefined): Promise<Reported<Forgotten>> {
  try {
    await clientFor(apiKey).call.delete(callId);
  } catch (error) {
    if (!isUnknownCall(error)) return failed(error);
  }
  return { answer: { isGone: true }, result: { kind: "success" } };
}

const clientFor = (apiKey: string | undefined): Retell =>
  new Retell({ apiKey: apiKey ?? "", baseURL: env().RETELL_BASE_URL, maxRetries: 1, timeout: 10_000 });

/** An id that the provider does not know is 422 there, not 404. */
const isUnknownCall = (error: unknown): boolean =>
  error instanceof Retell.NotFoundError || error instanceof Retell.UnprocessableEntityError;

function failed(error: unknown): Reported<{ error: unknown; isFinal: boolean }> {
  const result = toIntegrationResult(error);
  return { answer: { error, isFinal: result?.kind === "unauthorised" }, result };
}

function toIntegrationResult(error: unknown): IntegrationResult | null {
  if (error instanceof Retell.APIConnectionError) return { kind: "fault", error: "no answer" };
  if (!(error instanceof Retell.APIError) || error.status === undefined) return null;
  const said = `answered ${error.status}`;
  if (error.status === 401) return { kind: "unauthorised", error: said };
  if (error.status === 429) return { kind: "rate_limited", retryAfterSeconds: 30 };
  return error.status >= 500 ? { kind: "fault", error: said } : { kind: "success" };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
