import { randomInt } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { holdOffersOf } from "../repository/holds";
import type { Slot } from "../rules/slot";
import { HOLD_SECONDS, type HoldOffer, type WishedService } from "../schema";

/** Letters and digits that nobody confuses when a model repeats them. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

const newSlotId = (): string => Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** What is offered: the wish, and the slots that would do. */
export interface SlotOffers {
  callId: string;
  branchId: string;
  serviceId: string;
  followedBy?: WishedService[] | null | undefined;
  partySize?: number | null | undefined;
  slots: readonly Slot[];
}

/**
 * Holds slots for a caller for two minutes, each with all of its people, rooms and places, in place of the call's earlier
 * offers. They may overlap each other; one that somebody else took a part of meanwhile is left out.
 */
export async function offerSlots(
  tx: TransactionContext,
  { callId, slots, branchId, serviceId, followedBy, partySize }: SlotOffers,
): Promise<HoldOffer[]> {
  const wish = { branchId, serviceId, followedBy, partySize: partySize ?? 1 };
  const offers = slots.map((slot, position) => ({ ...wish, ...slot, position, slotId: newSlotId() }));
  const expiresAt = new Date(Date.now() + HOLD_SECONDS * 1000);
  const held = await holdOffersOf(tx, { callId, expiresAt, offers });
  return offers.filter(({ position }) => held.includes(position));
}
