import { env } from "@/server/core/env";
import { DAY } from "@/server/core/time";
import type { SeedClock } from "../clock";
import type { Conversation } from "./conversation";
import type { ToldCall } from "./told";

/** Audio is kept for so long. */
const KEPT_DAYS = 30;

/** Where the telephone's double lets one listen to a call that only this seed knows: the address says all that it needs. */
export function recordingUrlOf(
  { consent, startedAt, talk }: ToldCall,
  { clock, retellCallId, durationSec }: { clock: SeedClock; retellCallId: string; durationSec: number },
): string | null {
  if (consent !== "audio" || startedAt.getTime() < clock.now.getTime() - KEPT_DAYS * DAY) return null;
  const url = new URL(`/recordings/${retellCallId}.wav`, env().RETELL_BASE_URL);
  url.search = `seconds=${durationSec}&voices=${talk.turns.map(toVoice).join(",")}`;
  return url.href;
}

const toVoice = ({ role, start, end }: Conversation["turns"][number]): string =>
  `${role.charAt(0)}${start.toFixed(1)}-${end.toFixed(1)}`;
