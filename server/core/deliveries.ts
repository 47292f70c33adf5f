import { precededBy } from "./company-scope";
import type { CompanyContext } from "./context";
import { postgresCode } from "./database-error";
import { appClient, db } from "./db";
import { AppError } from "./errors";
import { Prisma } from "./generated/client";
import { newId } from "./ids";
import { storableJson } from "./json";
import type { Layer } from "./request-limits/counter";
import { networkOf } from "./request-limits/network-of";
import { limitInStatement, requireWithin } from "./request-limits/require-within";

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
}

/** The event that a new delivery becomes; a job then reads the delivery by its id. */
export interface DeliveryEvent {
  name: string;
  data: Record<string, unknown>;
}

/**
 * Logs a signed delivery and, if it is new, queues its event with it, in one round trip. False for one that came before.
 * Throws RATE_LIMITED for more than a company's own; when nobody can count, a provider's news are not turned away.
 */
export async function receiveDelivery(delivery: Delivery, event: DeliveryEvent | null): Promise<boolean> {
  const body = storableJson(delivery.raw);
  if (body === null) throw new AppError({ code: "VALIDATION_ERROR", reason: "not_json" });
  const counted = { name: "webhooks", subject: `${delivery.source}:${delivery.companyId ?? "platform"}` } as const;
  const inStatement = limitInStatement(counted);
  if (inStatement) {
    try {
      return await logDelivery({ delivery, event, body, within: inStatement });
    } catch (error) {
      // Over the limit (RL001), or nobody can count: nothing is logged yet, and the slower way says which of the two.
      if (postgresCode(error) === undefined) throw error;
    }
  }
  await requireWithin([counted], { whenDown: "open" });
  return logDelivery({ delivery, event, body, within: null });
}

interface Logged {
  delivery: Delivery;
  event: DeliveryEvent | null;
  body: string;
  within: Layer | null;
}

type Status = { status: string }[];
const COUNT = { name: "webhook_count", text: "SELECT webhook_count($1::uuid, $2, $3::int, $4::int)" };

async function logDelivery({ delivery, event, body, within }: Logged): Promise<boolean> {
  const { source, externalId, companyId, headers } = delivery;
  const id = newId();
  const payload = event && JSON.stringify({ ...event.data, companyId, deliveryId: id });
  const facts = Prisma.sql`${id}::uuid, ${source}::webhook_source, ${externalId}, ${delivery.event}, ${companyId}::uuid, ${body}::jsonb,
    ${JSON.stringify(headers)}::jsonb, ${event ? newId() : null}::uuid, ${event?.name ?? null}, ${payload}::jsonb`;
  const client = appClient();
  const [row] = within
    ? await precededBy(
        { ...COUNT, values: [id, within.bucket, within.limit, within.windowMs] },
        async () =>
          await client.$queryRaw<Status>(Prisma.sql`SELECT webhook_receive_counted(${facts})::text AS status`),
      )
    : await client.$queryRaw<Status>(Prisma.sql`SELECT webhook_receive(${facts})::text AS status`);
  return row?.status === "received";
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
  const from = headers["x-forwarded-for"]?.split(",").at(-1)?.trim();
  if (from && status >= 400)
    await requireWithin([{ name: "anonymous", subject: networkOf(from) }], { whenDown: "open" });
  await appClient().$executeRaw`
    SELECT webhook_refuse(${newId()}::uuid, ${source}::webhook_source, ${event}, ${companyId}::uuid, ${JSON.stringify(headers)}::jsonb,
      ${status}::int, ${error})`;
}

export async function findDelivery(ctx: CompanyContext, id: string) {
  return db(ctx).webhookLog.findFirst({
    where: { companyId: ctx.companyId, id },
    select: { id: true, eventType: true, payload: true, receivedAt: true, status: true },
  });
}

export async function finishDelivery(
  ctx: CompanyContext,
  id: string,
  result: { status: "processed" | "failed"; error?: string },
): Promise<void> {
  await db(ctx).webhookLog.updateMany({
    where: { companyId: ctx.companyId, id },
    data: { status: result.status, processedAt: ctx.now, errorMessage: result.error ?? null },
  });
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
