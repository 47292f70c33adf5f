import { createHash } from "node:crypto";
import { decrypt } from "@/server/core/crypto";
import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import { parseStorable } from "@/server/core/json";
import { type CalcomNews, isCalcomSigned, readNews } from "../adapters/calcom-webhook";
import { calcomWebhookReceived } from "../events";
import { type CalcomRoute, findRoute, forgetRoute, listRoutesOfNews, type NamedInNews } from "../repository/routes";

export interface CalcomRequest {
  /** What stands in the address: the company's id or token; null at the older addresses, which name none. */
  companyKey: string | null;
  raw: string;
  signature: string | null;
  /** What is worth logging of the headers. */
  headers: Record<string, string>;
  /** Told whose request it is, once its signature has shown that. */
  onCompany?: (companyId: string) => void;
}

/**
 * Takes a webhook of Cal.com: checks its signature with the company's own secret, logs it once and leaves the work to a job.
 * Throws SIGNATURE_INVALID and VALIDATION_ERROR; a repeat is taken as well, and does nothing.
 */
export async function receiveCalcomWebhook(request: CalcomRequest): Promise<void> {
  const body = parseStorable(request.raw);
  const news = readNews(body);
  if (isNobodysPing(request, news)) return;
  const candidates = await findCandidates(request, news);
  const route = candidates.find((one) => isSignedBy(request, one)) ?? null;
  if (!route) throw await refused(request, { reason: "wrong_signature", news, route: candidates[0] ?? null });
  request.onCompany?.(route.companyId);
  if (!news) throw await refused(request, { reason: "malformed_event", news, route });
  const { companyId } = route;
  const { raw, headers } = request;
  const delivery = { source: "calcom" as const, externalId: idOf(companyId, raw), event: news.trigger, companyId };
  const bookingUid = news.uid ?? news.formerUid;
  const data = { trigger: news.trigger, bookingUid: bookingUid ?? "" };
  // They send nothing twice: what comes too fast is kept.
  await receiveDelivery(
    { ...delivery, raw, headers, heldWithin: "held_webhooks" },
    { name: calcomWebhookReceived.name, data },
  );
}

async function findCandidates({ companyKey }: CalcomRequest, news: CalcomNews | null): Promise<CalcomRoute[]> {
  if (companyKey === null) return news ? listRoutesOfNews(namedIn(news)) : [];
  const route = await findRoute(companyKey);
  return route ? [route] : [];
}

const MOST_ID = 2_147_483_647;

function namedIn({ uid, formerUid, eventTypeId, said }: CalcomNews): NamedInNews {
  const hostId = said.host?.id ?? null;
  const isId = hostId !== null && Number.isInteger(hostId) && hostId > 0 && hostId <= MOST_ID;
  return { eventTypeId, hostId: isId ? hostId : null, uids: [uid, formerUid].flatMap((one) => one ?? []) };
}

/** What the test button there sends names nobody, so that nobody's secret can be told: it is answered, and nothing is believed. */
const isNobodysPing = ({ companyKey, signature }: CalcomRequest, news: CalcomNews | null): boolean =>
  companyKey === null && news?.trigger === "PING" && /^[0-9a-f]{64}$/.test(signature ?? "");

function isSignedBy({ raw, signature }: CalcomRequest, { companyId, secretEncrypted }: CalcomRoute): boolean {
  if (!secretEncrypted || !signature) return false;
  const place = { column: "companies.calcom_webhook_secret_encrypted", rowId: companyId };
  return isCalcomSigned({ raw, signature, secret: decrypt(secretEncrypted, place) });
}

/** They carry no id: the same words (the trigger is one of them) to the same company are the same delivery. */
const idOf = (companyId: string, raw: string): string =>
  createHash("sha256").update(`${companyId}\n`).update(raw).digest("hex");

const CODE_OF = { wrong_signature: "SIGNATURE_INVALID", malformed_event: "VALIDATION_ERROR" } as const;

interface RefusedNews {
  reason: keyof typeof CODE_OF;
  news: CalcomNews | null;
  route: CalcomRoute | null;
}

async function refused(request: CalcomRequest, { reason, news, route }: RefusedNews): Promise<AppError> {
  if (request.companyKey !== null) forgetRoute(request.companyKey);
  const error = new AppError({ code: CODE_OF[reason], reason });
  const [event, companyId] = [news?.trigger ?? null, route?.companyId ?? null];
  const { headers } = request;
  await refuseDelivery({ source: "calcom", event, companyId, headers, status: error.status, error: reason });
  return error;
}
