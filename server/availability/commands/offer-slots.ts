import { randomInt } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { postgresCode } from "@/server/core/database-error";
import { holdAllOffersOf, holdOffersOf, peopleOf } from "../repository/holds";
import { rememberUnderWay } from "../repository/offers-under-way";
import type { Slot } from "../rules/slot";
import { HOLD_SECONDS, type HoldOffer, type WishedService } from "../schema";

/** Letters and digits that nobody confuses when a model repeats them. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

const newSlotId = (): string => Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** The error of `hold_all_offers`. */
export const isTakenMeanwhile = (error: unknown): boolean => postgresCode(error) === "ZH001";

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
export async function offerSlots(tx: TransactionContext, wanted: SlotOffers): Promise<HoldOffer[]> {
  const hold = toHold(wanted);
  const held = await holdOffersOf(tx, hold);
  return hold.offers.filter(({ position }) => held.includes(position));
}

/**
 * The same without waiting: they are held with the transaction's last statements, so that the answer costs no exchange for
 * it. Other searches of this process know of them at once. Has somebody taken a part of them meanwhile, then the transaction is undone with an error for which
 * `isTakenMeanwhile` holds, and the caller of `transact` asks again with `offerSlots`.
 */
export function offerSlotsLastly(tx: TransactionContext, wanted: SlotOffers): HoldOffer[] {
  const hold = toHold(wanted);
  tx.lastly.push(holdAllOffersOf(tx, hold));
  rememberUnderWay(tx, { callId: hold.callId, times: peopleOf(hold.offers) });
  return hold.offers;
}

function toHold({ callId, slots, branchId, serviceId, followedBy, partySize }: SlotOffers) {
  const wish = { branchId, serviceId, followedBy, partySize: partySize ?? 1 };
  const offers = slots.map((slot, position) => ({ ...wish, ...slot, position, slotId: newSlotId() }));
  return { callId, offers, expiresAt: new Date(Date.now() + HOLD_SECONDS * 1000) };
}
