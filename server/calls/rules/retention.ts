import { DAY, type EpochMs } from "@/server/core/time";

/** So long the provider keeps a call for us, and anybody may hear its recording. */
const AUDIO_KEPT_DAYS = 30;
/** So long we keep what was said. */
const WORDS_KEPT_DAYS = 90;

/** Calls that ended before this are heard by nobody any more. */
export const audioKeptSince = (now: EpochMs): Date => new Date(now - AUDIO_KEPT_DAYS * DAY);
/** And of those that ended before this nobody reads what was said. */
export const wordsKeptSince = (now: EpochMs): Date => new Date(now - WORDS_KEPT_DAYS * DAY);
