import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { type EventDelivery, isSigned, readEvent, signingKey } from "../adapters/retell";
import { retellWebhookReceived } from "../events";
import { getInboundVariables, type InboundAnswer } from "../queries/get-inbound-variables";
import { findLine, forgetLine, type Line } from "../repository/lines";
import { isAllowedAddress } from "../rules/allowed-address";
import { isLifecycleEvent } from "../rules/provider-call";

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
  if (delivery.event === "call_inbound") return getInboundVariables({ line, party: delivery.party });
  await log(request, { delivery, line });
  return null;
}

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

async function log({ raw, headers }: ReceivedRequest, { delivery, line }: { delivery: EventDelivery; line: Line }) {
  const { event, externalId, party } = delivery;
  const { companyId, branchId, phoneNumberId, agentId } = line;
  const data = { event, retellCallId: party.callId, branchId, phoneNumberId, agentId };
  await receiveDelivery(
    { source: "retell", externalId, event, companyId, raw, headers },
    isLifecycleEvent(event) ? { name: retellWebhookReceived.name, data } : null,
  );
}
