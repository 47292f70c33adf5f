import type { HoldOffer, UnbookableReason } from "@/server/availability/schema";
import type { Voice } from "./say/voice";
import { staffOfOffer } from "./slot-answer";

interface Instead {
  reason: UnbookableReason;
  /** The same in words. */
  why: string;
  offers: readonly HoldOffer[];
  staffNames: Readonly<Record<string, string>>;
}

/** What is free in place of what was wanted; with whom, where the one who was wanted does not do it. */
export function sayInstead(voice: Voice, { reason, why, offers, staffNames }: Instead): string {
  const times = voice.offers(offers);
  if (reason !== "staff_does_not_offer_it") return voice.say.notFree(why, times);
  const staff = new Set(offers.flatMap((offer) => staffOfOffer(offer, staffNames)));
  return voice.say.freeWithOthers({ reason: why, staff: voice.or([...staff]), offers: times });
}
