import type { ResourceCalendar, ResourceNeed } from "@/server/availability/rules/calendar-data";
import { toParts, toResourceParts } from "@/server/availability/rules/parts";
import type { Slot } from "@/server/availability/rules/slot";
import { type EpochMs, type LocalDate, MINUTE } from "@/server/core/time";
import { minuteAt } from "./brute-force";
import { everyTick, type Facts, type Step, TICK } from "./reference-chain";
import { isStaffFree } from "./reference-links";

interface Stretch {
  from: EpochMs;
  until: EpochMs;
}

/** One unit of some resource, for a stretch of time. */
interface Unit extends Stretch {
  fits: (resource: ResourceCalendar) => boolean;
}

/** Whether a complete chain gets its rooms and its further people within everybody's working time: tries everything. */
export function canBeFurnished(steps: readonly Step[], facts: Facts): boolean {
  return canBeEquipped(unitsOf(steps), [], facts) && canBeAssisted(seatsOf(steps), [], { steps, facts });
}

const blockedFrom = ({ piece, from }: Step) => from - (piece.isFirst ? piece.service.bufferBeforeMinutes : 0) * MINUTE;
const blockedUntil = ({ piece, until }: Step) => until + (piece.isLast ? piece.service.bufferAfterMinutes : 0) * MINUTE;

function wholePart(step: Step, steps: readonly Step[]) {
  const own = steps.filter(({ piece }) => piece.part === step.piece.part);
  const [first, last] = [own[0] as Step, own.at(-1) as Step];
  return { first, last, from: blockedFrom(first), until: blockedUntil(last) };
}

function unitsOf(steps: readonly Step[]): Unit[] {
  return steps.flatMap((step) => {
    const { piece } = step;
    const units: Unit[] = [];
    const add = (stretch: Stretch, need: ResourceNeed) => {
      const fits = ({ id, groupId, type }: ResourceCalendar) =>
        (need.resourceId !== null && id === need.resourceId) ||
        (need.groupId !== null && groupId === need.groupId) ||
        (need.type !== null && type === need.type);
      for (let i = 0; i < need.quantity; i++) units.push({ from: stretch.from, until: stretch.until, fits });
    };
    if (piece.isFirst) for (const need of piece.service.resources ?? []) add(wholePart(step, steps), need);
    const type = piece.segment?.resourceType;
    const own = { from: blockedFrom(step), until: blockedUntil(step) };
    if (type) add(own, { resourceId: null, groupId: null, type, quantity: 1 });
    return units;
  });
}

interface Given extends Stretch {
  resource: ResourceCalendar;
}

function canBeEquipped(units: readonly Unit[], given: readonly Given[], facts: Facts): boolean {
  const [unit, ...rest] = units;
  if (!unit) return true;
  return (facts.data.resources ?? []).some((resource) => {
    if (!unit.fits(resource)) return false;
    const now = [...given, { resource, from: unit.from, until: unit.until }];
    const fits = everyTick(unit.from, unit.until, (at) => unitsUsed(resource, { at, given: now }) <= resource.capacity);
    return fits && canBeEquipped(rest, now, facts);
  });
}

function unitsUsed(resource: ResourceCalendar, { at, given }: { at: EpochMs; given: readonly Given[] }): number {
  const isAt = ({ from, until }: Stretch) => from <= at && at < until;
  if (resource.exceptions.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)) return Infinity;
  const byOthers = resource.busy.filter(isAt).reduce((sum, { quantity }) => sum + quantity, 0);
  return byOthers + given.filter((one) => one.resource === resource && isAt(one)).length;
}

interface Seat extends Stretch {
  first: Step;
  last: Step;
  staffIds: readonly string[] | null | undefined;
  skill: string | null | undefined;
}

function seatsOf(steps: readonly Step[]): Seat[] {
  return steps
    .filter(({ piece }) => piece.isFirst)
    .flatMap((step) =>
      (step.piece.service.staffRequirements ?? []).flatMap(({ count, staffIds, skill }) =>
        Array.from({ length: count }, () => ({ ...wholePart(step, steps), staffIds, skill })),
      ),
    );
}

interface Taken {
  seat: Seat;
  staffId: string;
}

interface Chain {
  steps: readonly Step[];
  facts: Facts;
}

function canBeAssisted(seats: readonly Seat[], taken: readonly Taken[], chain: Chain): boolean {
  const [seat, ...rest] = seats;
  if (!seat) return isWithinLimits(taken, chain);
  return chain.facts.data.staff.some(({ id, skills }) => {
    if (seat.staffIds?.length && !seat.staffIds.includes(id)) return false;
    if (seat.skill && !skills?.includes(seat.skill)) return false;
    if (taken.some((one) => one.staffId === id && one.seat.first === seat.first)) return false;
    if (chain.steps.some((step) => step.piece.part === seat.first.piece.part && step.staffId === id)) return false;
    const { works, isTaken } = chain.facts;
    if (!everyTick(seat.first.from, seat.last.until, (at) => works(id, at))) return false;
    if (!everyTick(seat.from, seat.until, (at) => !isTaken(id, at))) return false;
    return canBeAssisted(rest, [...taken, { seat, staffId: id }], chain);
  });
}

/** Adds each tick of work to the day on which it began, and to that day's week. */
function isWithinLimits(taken: readonly Taken[], { steps, facts }: Chain): boolean {
  const work = [
    ...steps.filter(({ piece }) => !isStaffFree(piece)).map(({ staffId, from, until }) => ({ staffId, from, until })),
    ...taken.map(({ staffId, seat }) => ({ staffId, from: seat.first.from, until: seat.last.until })),
  ];
  return facts.data.staff.every((staff) => {
    const days: Record<LocalDate, number> = {};
    for (const one of work.filter(({ staffId }) => staffId === staff.id)) {
      const { date } = minuteAt(facts.data.zone, one.from);
      for (let at = one.from; at < one.until; at += TICK) days[date] = (days[date] ?? 0) + 5;
    }
    const booked = staff.bookedMinutesPerDay ?? {};
    return Object.entries(days).every(([date, minutes]) => {
      const today = minutes + (booked[date] ?? 0);
      const both = [...Object.entries(days), ...Object.entries(booked)];
      const week = both
        .filter(([other]) => mondayOf(other) === mondayOf(date))
        .reduce((sum, [, more]) => sum + more, 0);
      return today <= (staff.maxMinutesPerDay ?? Infinity) && week <= (staff.maxMinutesPerWeek ?? Infinity);
    });
  });
}

function mondayOf(date: LocalDate): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** What is wrong with the rooms and the people that a slot names; empty when all is right. */
export function flawsOfGrants(slot: Slot, steps: readonly Step[], facts: Facts): string[] {
  const flaws: string[] = [];
  const resources = facts.data.resources ?? [];
  const given = toResourceParts(slot).flatMap(({ resourceId, quantity, blockedFrom, blockedUntil }) => {
    const resource = resources.find(({ id }) => id === resourceId) as ResourceCalendar;
    const unit = { resource, from: blockedFrom.getTime(), until: blockedUntil.getTime() };
    return Array.from({ length: quantity }, () => unit);
  });
  for (const { resource, from, until } of given) {
    const fits = everyTick(from, until, (at) => unitsUsed(resource, { at, given }) <= resource.capacity);
    if (!fits) flaws.push(`${resource.id} is taken beyond its capacity`);
  }
  if (!areServed(unitsOf(steps), given)) flaws.push("the resources are not those that are needed");
  const people = toParts(slot).slice(slot.segments.filter(({ occupiesStaff }) => occupiesStaff).length);
  const seats = seatsOf(steps);
  if (people.length !== seats.length) flaws.push("there are not as many people as are needed");
  for (const { staffId, blockedFrom, blockedUntil } of people) {
    const [from, until] = [blockedFrom.getTime(), blockedUntil.getTime()];
    if (!seats.some((seat) => seat.from === from && seat.until === until))
      flaws.push(`${staffId} comes at another time`);
    if (!everyTick(from, until, (at) => !facts.isTaken(staffId, at))) flaws.push(`${staffId} is taken`);
  }
  return flaws;
}

/** Whether each unit that is needed is among those that are given, one for one. */
function areServed(units: readonly Unit[], given: readonly Given[]): boolean {
  const [unit, ...rest] = units;
  if (!unit) return given.length === 0;
  return given.some(
    (one, nr) =>
      one.from === unit.from &&
      one.until === unit.until &&
      unit.fits(one.resource) &&
      areServed(rest, given.toSpliced(nr, 1)),
  );
}
