import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findCallHold } from "../repository/holds";
import type { HoldOffer } from "../schema";

export interface FoundHold {
  offer: HoldOffer;
  expiresAt: Date;
}

/** What a slot id stands for, if this call was offered it last; another call's slot id is nobody's. */
export async function findHold(
  ctx: CompanyContext,
  { slotId, callId }: { slotId: string; callId: string },
): Promise<FoundHold | null> {
  return transact(ctx, async (tx) => {
    const hold = await findCallHold(tx, callId);
    const offer = hold?.offers.find((candidate) => candidate.slotId === slotId);
    return hold && offer ? { offer, expiresAt: hold.expiresAt } : null;
  });
}
