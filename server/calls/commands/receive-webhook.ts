import { describeFault } from "@/server/api/failure";
import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import type { LimitName } from "@/server/core/limits";
import { log } from "@/server/core/log";
import { deliveryId, type EventDelivery, isSigned, readEvent, signingKey } from "../adapters/retell";
import { retellWebhookReceived } from "../events";
import { getInboundVariables, type InboundAnswer } from "../queries/get-inbound-variables";
import { findLine, forgetLine, type Line } from "../repository/lines";
import { isAllowedAddress } from "../rules/allowed-address";
import { isCallEvent, isLifecycleEvent } from "../rules/provider-call";

export interface ReceivedRequest {
  raw: string;
  signature: string | null;
  /** What is worth logging of the headers. */
  headers: Record<string, string>;
  ip: string | undefined;
  requestId: string;
  /** Told whose request it is, once its signature has shown that. */
  onCompany?: (companyId: string) => void;
}

/**
 * Takes a webhook of the telephone provider: checks its signature, logs it once and leaves the work to a job. A call that
 * is about to come in is answered with what the agent should know. Throws SIGNATURE_INVALID and VALIDATION_ERROR.
 */
export async function receiveWebhook(request: ReceivedRequest): Promise<InboundAnswer | null> {
  if (!isAllowedAddress(request.ip, env().RETELL_ALLOWED_IPS))
    throw await refused(request, { reason: "address_not_allowed" });
  const delivery = readEvent(request.raw);
  const line = delivery && (await findLine(delivery.party));
  if (!isSigned(request, signingKey(line))) throw await refused(request, { reason: "wrong_signature", delivery, line });
  if (line) request.onCompany?.(line.companyId);
  if (!delivery) throw await refused(request, { reason: "malformed_event" });
  if (!line) {
    await leaveTrace(request, { status: 200, reason: "unknown_number", delivery });
    return delivery.event === "call_inbound" ? { call_inbound: {} } : null;
  }
  const logged = keep(request, { delivery, line });
  if (delivery.event !== "call_inbound") return logged.then(() => null);
  const [answer] = await Promise.all([greet(request, { delivery, line }), logged.catch(noted(request))]);
  return answer;
}

/** While it rings there is no second try: whoever can't be greeted by name is greeted without. */
function greet(request: ReceivedRequest, { delivery, line }: { delivery: EventDelivery; line: Line }) {
  return getInboundVariables({ line, party: delivery.party }).catch((error: unknown): InboundAnswer => {
    noted(request)(error);
    return { call_inbound: {} };
  });
}

const noted =
  ({ requestId }: ReceivedRequest) =>
  (error: unknown) => {
    if (error instanceof AppError) throw error;
    log("api").error({ requestId, fault: describeFault(error) }, "a caller could not be greeted by name");
  };

const CODE_OF = {
  wrong_signature: "SIGNATURE_INVALID",
  malformed_event: "VALIDATION_ERROR",
  address_not_allowed: "FORBIDDEN",
} as const;

interface Refusal {
  reason: keyof typeof CODE_OF;
  delivery?: EventDelivery | null;
  line?: Line | null;
}

async function refused(request: ReceivedRequest, { reason, delivery, line }: Refusal): Promise<AppError> {
  const error = new AppError({ code: CODE_OF[reason], reason });
  if (delivery) forgetLine(delivery.party);
  await leaveTrace(request, { status: error.status, reason, delivery, line });
  return error;
}

interface Trace {
  status: number;
  reason: string;
  delivery?: EventDelivery | null | undefined;
  line?: Line | null | undefined;
}

async function leaveTrace({ headers }: ReceivedRequest, { status, reason, delivery, line }: Trace): Promise<void> {
  const [event, companyId] = [delivery?.event ?? null, line?.companyId ?? null];
  await refuseDelivery({ source: "retell", event, companyId, headers, status, error: reason });
}

async function keep({ raw, headers }: ReceivedRequest, { delivery, line }: { delivery: EventDelivery; line: Line }) {
  const { event, externalId, party } = delivery;
  const { companyId, branchId, phoneNumberId, agentId } = line;
  const data = { event, retellCallId: party.callId, branchId, phoneNumberId, agentId };
  await receiveDelivery(
    {
      source: "retell",
      externalId: deliveryId({ externalId, companyId }),
      event,
      companyId,
      raw,
      headers,
      ...limitsOf(event),
    },
    isCallEvent(event) ? { name: retellWebhookReceived.name, data } : null,
  );
}

/**
 * How a call went is told three times more after a refusal, then never: in a busy hour it is kept until it has its turn. Whoever
 * is about to ring waits for us, and is greeted however much is told of other calls.
 */
function limitsOf(event: string): { limit?: LimitName; heldWithin?: LimitName } {
  if (event === "call_inbound") return { limit: "held_webhooks" };
  return isLifecycleEvent(event) ? { heldWithin: "held_webhooks" } : {};
}
