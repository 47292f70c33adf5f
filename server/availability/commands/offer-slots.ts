import { randomInt } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { keepOffers, replaceCallHold } from "../repository/holds";
import { insertOccupancies } from "../repository/occupancy";
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
  const holdId = await replaceCallHold(tx, { callId, expiresAt, offers });
  const parts = offers.map(({ position, staffId, blockedFrom, blockedUntil }) => {
    return { position, staffId, blockedFrom: new Date(blockedFrom), blockedUntil: new Date(blockedUntil) };
  });
  const taken = await insertOccupancies(tx, { holdId }, parts);
  const held = offers.filter(({ position }) => taken.includes(position));
  if (held.length < offers.length) await keepOffers(tx, { holdId, offers: held });
  return held;
}
