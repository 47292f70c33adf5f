import { precededBy } from "./company-scope";
import type { CompanyContext } from "./context";
import { decrypt, encrypt } from "./crypto";
import { postgresCode } from "./database-error";
import { appClient, ask, askDoor } from "./db";
import { AppError } from "./errors";
import { forwardedAddress } from "./forwarded-address";
import { Prisma, type WebhookStatus } from "./generated/client";
import { newId } from "./ids";
import { storableJson } from "./json";
import type { LimitName } from "./limits";
import type { Layer } from "./request-limits/counter";
import { networkOf } from "./request-limits/network-of";
import { type Counted, limitInStatement, requireWithin } from "./request-limits/require-within";

/** What other systems deliver to our webhooks: logged before anything else happens to it. */
export interface Delivery {
  source: "retell" | "calcom" | "stripe" | "twilio" | "resend" | "telegram";
  /** What makes it the same delivery when it comes again. */
  externalId: string;
  event: string;
  companyId: string | null;
  /** The body as it came; it must be JSON. */
  raw: string;
  headers: Record<string, string>;
  /** What it is counted as; `webhooks` if nothing is said. */
  limit?: LimitName;
  /** What may come beyond that: it is kept, and worked off later. For providers that never send twice. */
  heldWithin?: LimitName;
}

/** The event that a new delivery becomes; a job then reads the delivery by its id. */
export interface DeliveryEvent {
  name: string;
  data: Record<string, unknown>;
}

/**
 * Logs a signed delivery and, if it is new, queues its event with it, in one round trip. False for one that came before, and
 * for one that is held. Throws RATE_LIMITED for more than a company's own; when nobody can count, a provider's news are not
 * turned away.
 */
export async function receiveDelivery(delivery: Delivery, event: DeliveryEvent | null): Promise<boolean> {
  const body = storableJson(delivery.raw);
  if (body === null) throw new AppError({ code: "VALIDATION_ERROR", reason: "not_json" });
  const subject = `${delivery.source}:${delivery.companyId ?? "platform"}`;
  try {
    return await logWithin({ delivery, event, body }, { name: delivery.limit ?? "webhooks", subject });
  } catch (error) {
    if (!delivery.heldWithin || !(error instanceof AppError) || error.code !== "RATE_LIMITED") throw error;
    await requireWithin([{ name: delivery.heldWithin, subject }], { whenDown: "open" });
    await askDoor(Prisma.sql`SELECT webhook_hold(${factsOf(newId(), { delivery, body })})`);
    return false;
  }
}

async function logWithin(logged: Omit<Logged, "within">, counted: Counted): Promise<boolean> {
  const inStatement = limitInStatement(counted);
  if (inStatement) {
    try {
      return await logDelivery({ ...logged, within: inStatement });
    } catch (error) {
      // Over the limit (RL001), or nobody can count: nothing is logged yet, and the slower way says which of the two.
      if (postgresCode(error) === undefined) throw error;
    }
  }
  await requireWithin([counted], { whenDown: "open" });
  return logDelivery({ ...logged, within: null });
}

interface Logged {
  delivery: Delivery;
  event: DeliveryEvent | null;
  body: string;
  within: Layer | null;
}

interface Status {
  status: string;
}

const placeOf = (rowId: string) => ({ column: "webhook_logs.payload_encrypted", rowId });
const COUNT = { name: "webhook_count", text: "SELECT webhook_count($1::uuid, $2, $3::int, $4::int)" };

async function logDelivery({ delivery, event, body, within }: Logged): Promise<boolean> {
  const id = newId();
  const payload = event && JSON.stringify({ ...event.data, companyId: delivery.companyId, deliveryId: id });
  const facts = Prisma.sql`${factsOf(id, { delivery, body })}, ${event ? newId() : null}::uuid, ${event?.name ?? null}, ${payload}::jsonb`;
  const [row] = within
    ? await precededBy({ ...COUNT, values: [id, within.bucket, within.limit, within.windowMs] }, () =>
        askDoor<Status>(Prisma.sql`SELECT webhook_receive_counted(${facts})::text AS status`),
      )
    : await askDoor<Status>(Prisma.sql`SELECT webhook_receive(${facts})::text AS status`);
  return row?.status === "received";
}

function factsOf(id: string, { delivery, body }: Pick<Logged, "delivery" | "body">): Prisma.Sql {
  const { source, externalId, event, companyId, headers } = delivery;
  return Prisma.sql`${id}::uuid, ${source}::webhook_source, ${externalId}, ${event}, ${companyId}::uuid, ${encrypt(body, placeOf(id))},
    ${JSON.stringify(headers)}::jsonb`;
}

export interface RefusedDelivery {
  source: Delivery["source"];
  event: string | null;
  companyId: string | null;
  headers: Record<string, string>;
  status: number;
  error: string;
}

/** Leaves a trace of a delivery that was not taken; its body is not kept. Throws RATE_LIMITED for a flood of them: each is a row. */
export async function refuseDelivery(refused: RefusedDelivery): Promise<void> {
  const { source, event, companyId, headers, status, error } = refused;
  const from = forwardedAddress(headers["x-forwarded-for"]);
  if (from && status >= 400)
    await requireWithin([{ name: "anonymous", subject: networkOf(from) }], { whenDown: "open" });
  await appClient().$executeRaw`
    SELECT webhook_refuse(${newId()}::uuid, ${source}::webhook_source, ${event}, ${companyId}::uuid, ${JSON.stringify(headers)}::jsonb,
      ${status}::int, ${error})`;
}

interface DeliveryRow {
  id: string;
  eventType: string | null;
  payload: unknown;
  payloadEncrypted: string | null;
  receivedAt: Date;
  status: WebhookStatus;
}

/** With what was delivered, in the clear; null once that is forgotten. */
export async function findDelivery(ctx: CompanyContext, id: string) {
  const [row] = await ask<DeliveryRow>(
    ctx,
    Prisma.sql`
    SELECT id, event_type AS "eventType", payload, payload_encrypted AS "payloadEncrypted", received_at AS "receivedAt",
      status::text AS status
    FROM webhook_logs WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid`,
  );
  if (!row) return null;
  const { payloadEncrypted, ...delivery } = row;
  if (payloadEncrypted === null) return delivery;
  const payload: unknown = JSON.parse(decrypt(payloadEncrypted, placeOf(id)));
  return { ...delivery, payload };
}

/** Notes what became of a delivery; what is forgotten leaves only that it came. */
export async function finishDelivery(
  ctx: CompanyContext,
  id: string,
  result: { status: "processed" | "failed"; error?: string; isForgotten?: boolean },
): Promise<void> {
  const isForgotten = result.isForgotten === true;
  await ask(
    ctx,
    Prisma.sql`
    UPDATE webhook_logs
    SET payload_encrypted = CASE WHEN ${isForgotten} THEN NULL ELSE payload_encrypted END,
      status = ${result.status}::webhook_status, processed_at = ${ctx.now}, error_message = ${result.error ?? null}
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid`,
  );
}

/** Forgets what was delivered, also by its repetitions; that it came stays. */
export async function forgetDeliveries(
  ctx: CompanyContext,
  { source, externalIds }: { source: Delivery["source"]; externalIds: string[] },
): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    UPDATE webhook_logs SET payload_encrypted = NULL, payload = NULL
    WHERE company_id = ${ctx.companyId}::uuid AND source = ${source}::webhook_source AND external_id = ANY(${externalIds}::text[])`,
  );
}

const LOGGED_HEADERS = ["content-type", "user-agent", "x-request-id", "x-forwarded-for"];

/** The headers worth keeping; signatures and credentials are not among them. */
export function loggedHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    LOGGED_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
