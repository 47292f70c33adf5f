import type { CompanyContext } from "@/server/core/context";
import { findDelivery, finishDelivery } from "@/server/core/deliveries";
import { limitNamed } from "@/server/core/limits";
import { transact } from "@/server/core/transact";
import { readDelivery } from "../queries/read-delivery";
import { queueEvent } from "../repository/deliveries";
import { type HeldWebhook, listHeld, release } from "../repository/held";

// Not audited: it asks for work, the work tells what it did.
/**
 * Gives what came faster than a company's own limit to its jobs, the oldest first: as much at once as the limit allows within a
 * minute. Each has its turn once, however often this runs.
 */
export async function releaseHeldWebhooks(ctx: CompanyContext): Promise<{ released: number }> {
  const held = await transact(ctx, (tx) => listHeld(tx, limitNamed("webhooks").limit));
  let released = 0;
  for (const one of held) if (await releaseOne(ctx, one)) released++;
  return { released };
}

async function releaseOne(ctx: CompanyContext, { id, source }: HeldWebhook): Promise<boolean> {
  return transact(ctx, async (tx) => {
    if (!(await release(tx, id))) return false;
    const delivery = await findDelivery(tx, id);
    const event = delivery && (await readDelivery(tx, { source, payload: delivery.payload })).event;
    if (event) await queueEvent(tx, id, event);
    else await finishDelivery(tx, id, { status: "failed", error: "malformed_event" });
    return event !== null;
  });
}
