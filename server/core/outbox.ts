import type { EventType } from "inngest";
import type { z } from "zod";
import type { CompanyContext, TransactionContext } from "./context";
import { ask } from "./db";
import { Prisma } from "./generated/client";
import { newId } from "./ids";

type Payload<E> = E extends EventType<string, infer S> ? (S extends z.ZodType ? z.input<S> : never) : never;
/** Dates are written as ISO strings, the company id is added. */
type PublishInput<E> = {
  [K in keyof Omit<Payload<E>, "companyId">]: Payload<E>[K] | (Payload<E>[K] extends string ? Date : never);
};

/** A fact as its row is written. */
export interface OutboxRow {
  id: string;
  name: string;
  /** JSON. */
  payload: string;
}

// biome-ignore lint/suspicious/noExplicitAny: the schema type of the library's EventType is invariant
export function toOutboxRow<E extends EventType<string, any>>(
  { companyId }: CompanyContext,
  { event, data }: { event: E; data: PublishInput<E> },
): OutboxRow {
  return { id: newId(), name: event.name, payload: JSON.stringify({ ...data, companyId }) };
}

/**
 * Queues a fact in the transaction of the change that it tells of: if the change is rolled back, so is the fact.
 * The runner process publishes it after the commit, and every open page of the company hears of it.
 */
// biome-ignore lint/suspicious/noExplicitAny: the schema type of the library's EventType is invariant
export async function publish<E extends EventType<string, any>>(
  ctx: TransactionContext,
  event: E,
  data: PublishInput<E>,
) {
  const { id, name, payload } = toOutboxRow(ctx, { event, data });
  await ask(
    ctx,
    Prisma.sql`
    INSERT INTO outbox_events (id, company_id, name, payload) VALUES (${id}::uuid, ${ctx.companyId}::uuid, ${name}, ${payload}::jsonb)`,
  );
}
