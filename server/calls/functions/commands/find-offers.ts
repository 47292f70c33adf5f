import { offerSlots, offerSlotsLastly } from "@/server/availability/commands/offer-slots";
import { type FoundSlots, openCalendar } from "@/server/availability/queries/search-slots";
import { nearestAlternatives } from "@/server/availability/rules/nearest-alternatives";
import type { Slot } from "@/server/availability/rules/slot";
import type { HoldOffer, UnbookableReason, WishedService } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import type { TimeWish, WishRange } from "@/server/speech/schema";
import { lockOffers } from "../../repository/calls";

const OFFERS = 3;
/** Others may hold everything between the look and the grasp: then it looks again. */
const ATTEMPTS = 3;
const BEFORE = 2 * DAY;
const AFTER = 4 * DAY;
/** How far around the wish it looks where the days beside it are full: each time only as far as it must. */
const FURTHER = [8 * DAY, 21 * DAY];
/** As far as anything is looked for; the engine ends at the service's own horizon. */
const FAR = 180 * DAY;

export interface OfferRequest {
  callId: string;
  branchId: string;
  serviceId: string;
  /** What else is wanted in the same visit. */
  followedBy?: WishedService[];
  durationMinutes?: number | null;
  partySize?: number | null;
  staffId: string | null;
  preferredStaffId: string | null;
  movingAppointmentId?: string | null;
  wish: Pick<TimeWish, "ranges" | "exclude">;
  /** That nobody takes them meanwhile: they are held as the answer is stored, and if not, all is undone. */
  isHopeful?: boolean;
  /** Why the wish itself can't be had, when that is known already: others may be after the same alternatives. */
  obstacle?: UnbookableReason;
}

export interface Offers {
  /** Whether they are what was wished for, or as near to it as can be. */
  isAsWished: boolean;
  offers: HoldOffer[];
  reason: UnbookableReason | null;
  calendar: FoundSlots["calendar"];
}

/**
 * Looks for the wish and, where that is taken, for the nearest times; what it finds is held for this call. Those who have
 * lost a race line up for the next look, or they would race for the same alternatives again and again.
 */
export async function findOffers(tx: TransactionContext, request: OfferRequest): Promise<Offers> {
  if (request.obstacle) await lockOffers(tx, request.branchId);
  for (let left = ATTEMPTS; ; left--) {
    const { slots, ...found } = await findSlotsNear(tx, request);
    const offers = slots.length > 0 ? await hold(tx, { request, slots }) : [];
    const wasOutrun = slots.length > 0 && offers.length === 0;
    if (!wasOutrun || left === 1) return { ...found, offers };
    await lockOffers(tx, request.branchId);
  }
}

async function findSlotsNear(tx: TransactionContext, request: OfferRequest) {
  const { ranges, exclude } = request.wish;
  const [start, end] = [startOf(ranges), endOf(ranges)];
  const near = { from: start - BEFORE, until: end + AFTER };
  const search = await look(tx, { request, ...near });
  const wished = request.obstacle ? null : search({ from: start, until: end });
  const fitting = wished?.slots.filter(({ startsAt }) => isIn(ranges, startsAt) && !isIn(exclude, startsAt)) ?? [];
  if (wished && fitting.length > 0) {
    const slots = nearestAlternatives(fitting, { ranges, count: OFFERS });
    return { isAsWished: true, slots, reason: null, calendar: wished.calendar };
  }
  const reason = request.obstacle ?? wished?.reason ?? "fully_booked";
  const around = chooseOthers(search(near), request);
  return { isAsWished: false, reason, ...(around.slots.length === OFFERS ? around : await findFarOthers(tx, request)) };
}

/** However far ahead the service may be booked: first the weeks around the wish, one step after the other, then all. */
async function findFarOthers(tx: TransactionContext, request: OfferRequest) {
  const { ranges } = request.wish;
  const now = tx.now.getTime();
  const far = { from: now, until: now + FAR };
  for (const reach of FURTHER) {
    const from = Math.max(now, startOf(ranges) - reach);
    const until = Math.min(far.until, endOf(ranges) + reach);
    if (from >= until) continue;
    const found = await searchOthers(tx, { request, from, until });
    if (found.slots.length === OFFERS) return found;
  }
  return searchOthers(tx, { request, ...far });
}

async function searchOthers(tx: TransactionContext, { request, ...range }: Look) {
  const search = await look(tx, { request, ...range });
  return chooseOthers(search(range), request);
}

function chooseOthers({ slots, calendar }: FoundSlots, { wish: { ranges, exclude } }: OfferRequest) {
  const allowed = slots.filter(({ startsAt }) => !isIn(exclude, startsAt) && !isIn(ranges.filter(isInstant), startsAt));
  return { slots: nearestAlternatives(allowed, { ranges, count: OFFERS }), calendar };
}

interface Look {
  request: OfferRequest;
  from: number;
  until: number;
}

async function look(tx: TransactionContext, { request, from, until }: Look) {
  const { wish: _wish, obstacle: _obstacle, isHopeful: _isHopeful, ...wanted } = request;
  const search = await openCalendar(tx, { ...wanted, from: new Date(from), until: new Date(until) });
  return (range: { from: number; until: number }) =>
    search({ from: new Date(range.from), until: new Date(range.until) });
}

async function hold(tx: TransactionContext, { request, slots }: { request: OfferRequest; slots: Slot[] }) {
  const { callId, branchId, serviceId, followedBy, partySize, isHopeful } = request;
  const inOrder = [...slots].sort((a, b) => a.startsAt - b.startsAt);
  const wanted = { callId, branchId, serviceId, followedBy, partySize, slots: inOrder };
  return isHopeful ? offerSlotsLastly(tx, wanted) : offerSlots(tx, wanted);
}

const isInstant = ({ from, to }: WishRange): boolean => from === to;
/** A clock time is its only instant, a range ends before `to`. */
const lastOf = (range: WishRange): number => (isInstant(range) ? range.from + 1 : range.to);
const startOf = (ranges: readonly WishRange[]): number => Math.min(...ranges.map(({ from }) => from));
const endOf = (ranges: readonly WishRange[]): number => Math.max(...ranges.map(lastOf));
const isIn = (ranges: readonly WishRange[], at: number): boolean =>
  ranges.some((range) => at >= range.from && at < lastOf(range));
