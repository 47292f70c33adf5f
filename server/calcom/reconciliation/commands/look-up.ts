import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { CalcomBooking } from "../../adapters/calcom-answers";
import { isAboutOne } from "../../adapters/calcom-error";
import { followBooking } from "../../commands/follow-booking";
import { markCompared } from "../repository/sides";
import type { Pair } from "../rules/match-sides";
import { type Reading, tell } from "./read-stretch";

type SoughtPair = Pair<CalcomBooking>;

/** So many bookings that are at another time, or gone, are looked for at once. */
const LOOK_UPS = 40;
/** And no longer than this: whoever works on a run has it for a while only. */
const LOOK_UP_MS = 20_000;

// Not audited: it looks.
/** A booking is at another time by now, or gone: it tells itself. What is not told of one of them stands in no other's way. */
export async function lookUp(ctx: CompanyContext, { apiKey, isLooking, pairs }: Reading & { pairs: SoughtPair[] }) {
  const [untold, asked]: [string[], SoughtPair[]] = [[], []];
  if (pairs.length === 0) return { untold, asked, requests: 0, restSeconds: 0 };
  const endsAt = Date.now() + LOOK_UP_MS;
  const longestUnseen = [...pairs].sort((a, b) => lastSeen(a) - lastSeen(b)).slice(0, LOOK_UPS);
  const told = await tell(ctx, apiKey, async (calcom) => {
    for (const pair of longestUnseen) {
      if (!pair.lookUp || Date.now() > endsAt) continue;
      asked.push(pair);
      try {
        const { booking, uids } = await followBooking(calcom, pair.lookUp);
        pair.theirs = booking;
        pair.uids = [...new Set([...pair.uids, ...uids])];
      } catch (error) {
        if (!isAboutOne(error)) throw error;
        untold.push(pair.lookUp);
      }
    }
  });
  if ("waitSeconds" in told) return told;
  const ids = asked.flatMap(({ ours: { map } }) => (map ? [map.id] : []));
  if (!isLooking) await transact(ctx, (tx) => markCompared(tx, ids));
  return { untold, asked, requests: told.requests, restSeconds: told.restSeconds };
}

/** Whoever waits longest is looked for first. */
const lastSeen = ({ ours: { map } }: SoughtPair): number => map?.lastComparedAt?.getTime() ?? 0;
