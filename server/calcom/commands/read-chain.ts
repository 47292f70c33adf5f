import type { CompanyContext } from "@/server/core/context";
import { reading } from "@/server/core/transact";
import type { Calcom } from "../adapters/calcom";
import type { CalcomBooking } from "../adapters/calcom-answers";
import { isAnyUidKnown } from "../repository/bookings";
import { followBooking, getOrNull } from "./follow-booking";

/** A booking as it stands over there now, with every uid by which we may know it, the first one first. */
export interface BookingChain {
  booking: CalcomBooking | null;
  uids: [string, ...string[]];
}

const MAX_MOVES = 30;

// Not audited: it reads.
/** Reads forward to what the booking has become, and back until a uid that we know or the first one. */
export async function readChain(ctx: CompanyContext, calcom: Calcom, uid: string): Promise<BookingChain> {
  const { booking, uids } = await followBooking(calcom, uid);
  const chain: [string, ...string[]] = [uids[0] ?? uid, ...uids.slice(1)];
  let isKnown = await known(ctx, chain);
  // The way forward begins at the uid that was asked for; where that one came from is said by the first that can be read.
  let first = uids.length > 1 ? await getOrNull(calcom, chain[0]) : booking;
  for (let moves = 0; !isKnown && first?.rescheduledFromUid && moves < MAX_MOVES; moves++) {
    const from: string = first.rescheduledFromUid;
    if (chain.includes(from)) break;
    chain.unshift(from);
    isKnown = await known(ctx, [from]);
    first = isKnown ? null : await getOrNull(calcom, from);
  }
  return { booking, uids: chain };
}

const known = (ctx: CompanyContext, uids: string[]): Promise<boolean> => reading(ctx, (tx) => isAnyUidKnown(tx, uids));
