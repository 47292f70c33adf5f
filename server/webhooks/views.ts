import { hideSecrets } from "@/server/core/redact";
import type { WebhookRow } from "./repository/deliveries";
import { hidePeople } from "./rules/hide-people";
import { canReplay } from "./rules/replay";
import type { WebhookDetails, WebhookSubject, WebhookView } from "./schema";

/** `isCurt`: for whom sees only a part; what went wrong may name whom it is about. */
export function toWebhookView(row: WebhookRow, now: Date, { isCurt = false } = {}): WebhookView {
  const { id, source, eventType: event, status, receivedAt, processedAt, retryCount, errorMessage } = row;
  const error = isCurt ? null : errorMessage;
  return { id, source, event, status, receivedAt, processedAt, retryCount, error, canReplay: canReplay(row, now) };
}

interface Shown {
  row: WebhookRow;
  handler: string | null;
  payload: unknown;
  subject: WebhookSubject | null;
  isMasked: boolean;
  isWithheld: boolean;
}

export function toWebhookDetails(delivery: Shown, now: Date): WebhookDetails {
  const { row, handler, payload, subject, isMasked, isWithheld } = delivery;
  const { isSignatureValid, responseStatus } = row;
  const externalId = isWithheld ? null : row.externalId;
  const headers = isWithheld ? {} : (hideSecrets(row.headers ?? {}) as Record<string, unknown>);
  const shown =
    row.hasPayload && !isWithheld ? (isMasked ? hidePeople(hideSecrets(payload)) : hideSecrets(payload)) : null;
  const facts = { externalId, handler, isSignatureValid, responseStatus };
  const view = toWebhookView(row, now, { isCurt: isWithheld });
  const canReplay = view.canReplay && !isWithheld;
  const about = isWithheld ? null : subject;
  return { ...view, canReplay, ...facts, headers, payload: shown, isMasked, isWithheld, subject: about };
}
