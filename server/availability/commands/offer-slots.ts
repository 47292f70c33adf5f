import { randomInt } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { holdOffersOf } from "../repository/holds";
import { HOLD_SECONDS, type HoldOffer } from "../schema";

/** Letters and digits that nobody confuses when a model repeats them. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

const newSlotId = (): string => Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/**
 * Holds slots for a caller for two minutes, in place of the call's earlier offers. They may overlap each other;
 * one that somebody else took meanwhile is left out.
 */
export async function offerSlots(
  tx: TransactionContext,
  { callId, slots }: { callId: string; slots: Omit<HoldOffer, "slotId" | "position">[] },
): Promise<HoldOffer[]> {
  const offers = slots.map((slot, position) => ({ ...slot, position, slotId: newSlotId() }));
  const expiresAt = new Date(Date.now() + HOLD_SECONDS * 1000);
  const held = await holdOffersOf(tx, { callId, expiresAt, offers });
  return offers.filter(({ position }) => held.includes(position));
}
