import { z } from "zod";
import { localTime, zoneId } from "@/server/core/time";

export const speechLanguage = z.enum(["de", "en"]);
export type SpeechLanguage = z.infer<typeof speechLanguage>;

/** One stretch in which a place is open; a day with a lunch break has two, a closed day none. 0 = Sunday. */
export const openingHours = z.array(
  z.object({ weekday: z.int().min(0).max(6), opens: localTime, closes: z.union([localTime, z.literal("24:00")]) }),
);
export type OpeningHours = z.infer<typeof openingHours>;

/** Instants as milliseconds; a clock time without a duration has `from` = `to`, an all-day range ends at the next midnight. */
export const wishRange = z.object({ from: z.int(), to: z.int(), allDay: z.boolean() });
export type WishRange = z.infer<typeof wishRange>;

export const timeWish = z.object({
  ranges: z.array(wishRange),
  exclude: z.array(wishRange),
  ask: z.string().optional(),
  assumptions: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  asap: z.boolean().optional(),
});
export type TimeWish = z.infer<typeof timeWish>;

export const understandTimeOptions = z.object({
  now: z.int(),
  zone: zoneId,
  language: speechLanguage.optional(),
  hours: openingHours.optional(),
  /** Federal state (`BY`, `NW` …): which public holidays "nach dem Feiertag" may mean. */
  state: z.string().optional(),
});
export type UnderstandTimeOptions = z.infer<typeof understandTimeOptions>;

export interface SayOptions {
  zone: string;
  language: SpeechLanguage;
  now?: number;
}
