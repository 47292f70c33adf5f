import { HOUR, MINUTE } from "@/server/core/time";
import type { CancellationPolicy } from "@/server/policies/schema";
import type { Voice } from "./say/voice";

/**
 * Until when it costs nothing to cancel, said with the booking where it costs something later, or is no longer possible: what a
 * caller has not heard they have not agreed to. Null where a late cancellation is only warned of.
 */
export function sayCancellationTerms(voice: Voice, policy: CancellationPolicy): string | null {
  const { minHoursNotice, violationAction } = policy;
  if (minHoursNotice <= 0 || violationAction === "warn") return null;
  const until = sayNotice(voice, minHoursNotice);
  if (violationAction === "block") return voice.say.cancelUntil(until);
  const fee = sayTerms(voice, policy);
  return fee && voice.say.cancelFreeUntil({ until, fee });
}

const sayNotice = (voice: Voice, hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? voice.say.days(hours / 24) : voice.duration(Math.round((hours * HOUR) / MINUTE));

/** A share is named as one: what the visit costs in the end may still change. */
function sayTerms(voice: Voice, { feeCents, feePercent }: CancellationPolicy): string | null {
  if (feeCents !== null) return feeCents > 0 ? voice.money(feeCents) : null;
  return feePercent ? voice.say.percentOfPrice(feePercent) : null;
}
