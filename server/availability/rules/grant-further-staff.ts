import type { BookableService, CalendarData, StaffCalendar } from "./calendar-data";
import type { Lack } from "./chain-needs";
import type { Placed } from "./chain-walk";
import { chooseFurtherStaff } from "./further-staff";
import { containsInterval, overlapsInterval } from "./interval";
import type { Link } from "./links";
import { dayIndexAt, type LocalDay } from "./local-day";
import { type Patience, takeStep } from "./patience";
import type { WorkTimes } from "./work-times";
import { isWithinWorkingTime, type Work } from "./working-time";

export interface PeopleFacts {
  data: CalendarData;
  days: readonly LocalDay[];
  workTimes: WorkTimes;
  patience: Patience;
}

/** Finds who else comes to each part; null for links that need nobody else. */
export function furtherStaffGranter(links: readonly Link[], facts: PeopleFacts) {
  if (links.every(({ service }) => !service.staffRequirements?.length)) return null;
  return (placed: readonly Placed[]): readonly (readonly string[])[] | Lack => {
    const company = { parts: partsOf(placed), placed, facts };
    const chosen = comeBeside(company, []);
    if (!chosen) return company.parts.every((span) => canBeAssisted(span, facts)) ? "people" : "time";
    return chosen.map((people) => people.map((index) => (facts.data.staff[index] as StaffCalendar).id));
  };
}

interface Company {
  parts: readonly Span[];
  placed: readonly Placed[];
  facts: PeopleFacts;
}

/** Whether enough people have the time, whoever does the part itself. */
function canBeAssisted(span: Span, facts: PeopleFacts): boolean {
  const isAvailable = (index: number) => hasTimeBeside(index, { span, facts });
  const requirements = span.service.staffRequirements ?? [];
  return chooseFurtherStaff(requirements, { staff: facts.data.staff, isAvailable }) !== null;
}

/** Somebody who must not come to that part, by the parts' order. */
interface Bar {
  part: number;
  index: number;
}

/** For each part alone first; whoever would work too long in several of them is left out of one, the last if possible. */
function comeBeside(company: Company, bars: readonly Bar[]): readonly (readonly number[])[] | null {
  const { parts, facts } = company;
  takeStep(facts.patience);
  const chosen: (readonly number[])[] = [];
  for (const [part, span] of parts.entries()) {
    const isBarred = (index: number) => bars.some((bar) => bar.part === part && bar.index === index);
    const isAvailable = (index: number) => !isBarred(index) && isFreeBeside(index, { span, ...company });
    const people = chooseFurtherStaff(span.service.staffRequirements ?? [], { staff: facts.data.staff, isAvailable });
    if (!people) return null;
    chosen.push(people);
  }
  const index = chosen.flat().find((one) => !hasTimeForAll(one, { chosen, ...company }));
  if (index === undefined) return chosen;
  for (const part of [...parts.keys()].reverse()) {
    const others = chosen[part]?.includes(index) && comeBeside(company, [...bars, { part, index }]);
    if (others) return others;
  }
  return null;
}

function hasTimeForAll(
  index: number,
  { parts, chosen, placed, facts: { data, days } }: Company & { chosen: readonly (readonly number[])[] },
) {
  const beside = parts.filter((_, part) => chosen[part]?.includes(index)).map((span) => workOf(span, days));
  return isWithinWorkingTime(data.staff[index] as StaffCalendar, [...ownWork(index, { placed, days }), ...beside]);
}

interface Span {
  first: Placed;
  last: Placed;
  service: BookableService;
}

/** The first and the last link of each part. */
export function partsOf(placed: readonly Placed[]): Span[] {
  const firsts = placed.filter(({ link }, nr) => placed[nr - 1]?.link.part !== link.part);
  return firsts.map((first) => {
    const last = placed.findLast(({ link }) => link.part === first.link.part) as Placed;
    return { first, last, service: first.link.service };
  });
}

/** Not busy with the part already, and within the working time. */
function isFreeBeside(index: number, { span, placed, facts }: Company & { span: Span }): boolean {
  const { part } = span.first.link;
  if (placed.some(({ link, candidate }) => link.part === part && candidate.index === index)) return false;
  if (!hasTimeBeside(index, { span, facts })) return false;
  const own = ownWork(index, { placed, days: facts.days });
  return isWithinWorkingTime(facts.workTimes(index).staff, [...own, workOf(span, facts.days)]);
}

/** At work during the service, and free with its buffers. */
function hasTimeBeside(index: number, { span: { first, last }, facts }: { span: Span; facts: PeopleFacts }): boolean {
  const { windows, busy } = facts.workTimes(index);
  const blocked = { from: first.startsAt - first.link.bufferBeforeMs, until: last.endsAt + last.link.bufferAfterMs };
  return containsInterval(windows, { from: first.startsAt, until: last.endsAt }) && !overlapsInterval(busy, blocked);
}

function workOf({ first, last }: Span, days: readonly LocalDay[]): Work {
  return { day: dayOf(days, first), ms: last.endsAt - first.startsAt };
}

/** What the person does of the chain's links. */
export function ownWork(
  index: number,
  { placed, days }: { placed: readonly Placed[]; days: readonly LocalDay[] },
): Work[] {
  return placed
    .filter(({ link, candidate }) => candidate.index === index && !link.isStaffFree)
    .map((one) => ({ day: dayOf(days, one), ms: one.endsAt - one.startsAt }));
}

function dayOf(days: readonly LocalDay[], { startsAt }: Placed): number {
  return (days[dayIndexAt(days, startsAt)] as LocalDay).number;
}
