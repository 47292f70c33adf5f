import type { CompanyContext } from "@/server/core/context";
import { StampedMemory } from "@/server/core/stamped-memory";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import type { Calcom } from "../../adapters/calcom";
import type { CalcomBooking } from "../../adapters/calcom-answers";
import type { UnreadableBooking } from "../../adapters/calcom-odd-rows";
import { askCalcom } from "../../commands/ask-calcom";
import { restAfter } from "../../rules/allowance";
import { listEventTypeIds, type Stretch } from "../repository/sides";

/** What was answered, and what it took. */
export interface Told<T> {
  answer: T;
  requests: number;
  /** As long as nothing more should be asked after it. */
  restSeconds: number;
}

export interface ReadStretch {
  bookings: CalcomBooking[];
  unreadable: UnreadableBooking[];
}

export interface Reading extends Stretch {
  apiKey: string;
  /** For which run, if it is for one. */
  runId?: string;
  /** Nothing is written down, not even that it was looked at. */
  isLooking?: boolean;
  /** Copies that were looked for already. */
  lookedUp?: readonly string[];
}

// Not audited: it asks.
/** All bookings of a stretch of time over there, of any status. */
export async function readStretch(
  ctx: CompanyContext,
  { apiKey, runId, from, until }: Reading,
): Promise<Told<ReadStretch> | { waitSeconds: number }> {
  const { known, teamId } = await transact(ctx, async (tx) => {
    return { known: await listEventTypeIds(tx), teamId: (await readCalcomPlace(tx)).calcomTeamId };
  });
  // One that begins within it may end after it.
  const window = { afterStart: from, beforeEnd: new Date(until.getTime() + DAY) };
  return tell(ctx, apiKey, async (calcom) => {
    const offered = await listOffered(calcom, { teamId, companyId: ctx.companyId, runId });
    const eventTypeIds = [...new Set([...known, ...offered])].sort((a, b) => a - b);
    if (eventTypeIds.length === 0) return { bookings: [], unreadable: [] };
    const { bookings, unreadable } = await calcom.listBookings({ ...window, eventTypeIds });
    return { bookings: bookings.filter(({ startsAt }) => startsAt < until), unreadable };
  });
}

interface Place {
  companyId: string;
  runId: string | undefined;
  teamId: number | null;
}

/** A run over a year has 26 stretches, and a minute 120 requests: what can be booked there is asked for once in each run. */
const offeredToRuns = new StampedMemory<number[]>();

/** Whatever can be booked there, also what stands for nothing here: somebody may have booked it, and nobody told of it. */
async function listOffered(calcom: Calcom, { companyId, runId, teamId }: Place): Promise<number[]> {
  const known = offeredToRuns.find(companyId);
  if (known && known.stamp === runId) return known.value;
  const types = [...(await calcom.listEventTypes(null)), ...(teamId ? await calcom.listEventTypes(teamId) : [])];
  const value = types.filter(({ isPattern }) => !isPattern).map(({ id }) => id);
  if (runId) offeredToRuns.remember(companyId, { stamp: runId, value });
  return value;
}

// Not audited: it asks.
/** Asks Cal.com, and says how often it did and whether it is to be left alone for a while. */
export async function tell<T>(
  ctx: CompanyContext,
  apiKey: string,
  ask: (calcom: Calcom) => Promise<T>,
): Promise<Told<T> | { waitSeconds: number }> {
  const told = await askCalcom(ctx, apiKey, async (calcom) => {
    const answer = await ask(calcom);
    return { answer, requests: calcom.requests(), restSeconds: restAfter(calcom.quota()) };
  });
  return "waitSeconds" in told ? told : told.answer;
}
