import type { CalendarData, StaffCalendar } from "@/server/availability/rules/calendar-data";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { type EpochMs, MINUTE } from "@/server/core/time";
import { isAtWork, isOnGrid, isOpen, isWithinRules } from "./brute-force";
import {
  followsPerson,
  isStaffFree,
  isWishPossible,
  minutesFor,
  type Piece,
  piecesOf,
  whoMay,
} from "./reference-links";
import { canBeFurnished } from "./reference-needs";

/** All random times lie on ticks of five minutes, so that nothing can happen between two. */
export const TICK = 5 * MINUTE;

/** A piece that has its person and its time. */
export interface Step {
  piece: Piece;
  staffId: string;
  from: EpochMs;
  until: EpochMs;
}

export interface Facts {
  request: SlotRequest;
  data: CalendarData;
  pieces: readonly Piece[];
  /** Whether the person is at work while the branch is open, and whether they are taken, at a tick. */
  works: (staffId: string, at: EpochMs) => boolean;
  isTaken: (staffId: string, at: EpochMs) => boolean;
  open: (at: EpochMs) => boolean;
}

export function factsOf({ request, data }: { request: SlotRequest; data: CalendarData }): Facts {
  const person = (id: string) => data.staff.find((one) => one.id === id) as StaffCalendar;
  const open = remembered((_, at) => isOpen(at, data));
  return {
    request,
    data,
    pieces: piecesOf(request, data),
    open: (at) => open("", at),
    works: remembered((id, at) => open("", at) && isAtWork(at, { staff: person(id), data })),
    isTaken: remembered((id, at) => person(id).busy.some(({ from, until }) => from <= at && at < until)),
  };
}

function remembered(test: (key: string, at: EpochMs) => boolean) {
  const answers: Record<string, Map<EpochMs, boolean>> = {};
  return (key: string, at: EpochMs): boolean => {
    answers[key] ??= new Map();
    let answer = answers[key].get(at);
    if (answer === undefined) {
      answer = test(key, at);
      answers[key].set(at, answer);
    }
    return answer;
  };
}

export function everyTick(from: EpochMs, until: EpochMs, test: (at: EpochMs) => boolean): boolean {
  for (let at = from; at < until; at += TICK) if (!test(at)) return false;
  return true;
}

/** Whether the person can do the piece then, as far as their own time goes. */
export function hasTime(
  { piece, staffId, from, until }: Step,
  { request, works, isTaken, open }: Facts,
  isAfter: boolean,
) {
  if (isStaffFree(piece)) {
    const isFollowing = isAfter && followsPerson(piece, request);
    return everyTick(from, until, (at) => (isFollowing ? open(at) : works(staffId, at)));
  }
  if (!everyTick(from, until, (at) => works(staffId, at))) return false;
  const before = piece.isFirst ? piece.service.bufferBeforeMinutes : 0;
  const after = piece.isLast ? piece.service.bufferAfterMinutes : 0;
  return everyTick(from - before * MINUTE, until + after * MINUTE, (at) => !isTaken(staffId, at));
}

/** Whether the chain can go on to its end after these steps: tries every wait and every person. */
export function canComplete(steps: readonly Step[], facts: Facts): boolean {
  // What is short for some of the chain is short for all of it.
  if (!canBeFurnished(steps, facts)) return false;
  const piece = facts.pieces[steps.length];
  if (!piece) return true;
  const before = steps.at(-1) as Step;
  for (let wait = piece.waitMin; wait <= piece.waitMax; wait += 5) {
    if (nextSteps(steps, facts, before.until + wait * MINUTE).some((step) => canComplete([...steps, step], facts)))
      return true;
  }
  return false;
}

/** Who could do the next piece, were it to start then. */
export function nextSteps(steps: readonly Step[], facts: Facts, from: EpochMs): Step[] {
  const { request, data, pieces } = facts;
  const piece = pieces[steps.length] as Piece;
  const before = steps.at(-1)?.staffId ?? null;
  return whoMay(piece, { before, request, data })
    .map((staffId) => ({ piece, staffId, from, until: from + minutesFor(piece, { staffId, request, data }) * MINUTE }))
    .filter((step) => hasTime(step, facts, before !== null));
}

/** Whether every part may be booked for then: the first one on the terms of whoever begins it, if they have any. */
function mayBegin({ staffId, from }: Step, { request, data, pieces }: Facts): boolean {
  const own = data.staff.find(({ id }) => id === staffId)?.terms;
  return pieces.every(({ part, service }) => {
    const terms = part === 0 ? own?.[service.id] : null;
    return isWithinRules(from, { service, request, data, terms });
  });
}

/** Every start of every first person for whom some chain exists. */
export function everyChainStart(facts: Facts): { at: EpochMs; staffId: string }[] {
  const { request, data } = facts;
  if (!isWishPossible(request, data)) return [];
  const starts: { at: EpochMs; staffId: string }[] = [];
  for (let at = request.from; at < request.until; at += TICK) {
    if (!isOnGrid(at, data)) continue;
    for (const step of nextSteps([], facts, at)) {
      if (mayBegin(step, facts) && canComplete([step], facts)) starts.push({ at, staffId: step.staffId });
    }
  }
  return starts;
}
