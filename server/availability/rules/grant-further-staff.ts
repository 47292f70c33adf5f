import type { BookableService, CalendarData, StaffCalendar } from "./calendar-data";
import type { Placed } from "./chain-walk";
import { chooseFurtherStaff } from "./further-staff";
import { containsInterval, overlapsInterval } from "./interval";
import type { Link } from "./links";
import { dayIndexAt, type LocalDay } from "./local-day";
import type { WorkTimes } from "./work-times";
import { isWithinWorkingTime, type Work } from "./working-time";

export interface PeopleFacts {
  data: CalendarData;
  days: readonly LocalDay[];
  workTimes: WorkTimes;
}

/** Finds who else comes to each part; null for links that need nobody else. */
export function furtherStaffGranter(links: readonly Link[], facts: PeopleFacts) {
  if (links.every(({ service }) => !service.staffRequirements?.length)) return null;
  return (placed: readonly Placed[]): readonly (readonly string[])[] | null => {
    const chosen = comeBeside({ parts: partsOf(placed), placed, facts }, []);
    return chosen && chosen.map((people) => people.map((index) => (facts.data.staff[index] as StaffCalendar).id));
  };
}

interface Company {
  parts: readonly Span[];
  placed: readonly Placed[];
  facts: PeopleFacts;
}

/** Somebody who must not come to that part, by the parts' order. */
interface Bar {
  part: number;
  index: number;
}

/** For each part alone first; whoever would work too long in several of them is left out of one, the last if possible. */
function comeBeside(company: Company, bars: readonly Bar[]): readonly (readonly number[])[] | null {
  const { parts, facts } = company;
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

/** At work during the service, free with its buffers, not busy with the service already, and within the working time. */
function isFreeBeside(index: number, { span, placed, facts }: Company & { span: Span }): boolean {
  const { first, last } = span;
  if (placed.some(({ link, candidate }) => link.part === first.link.part && candidate.index === index)) return false;
  const { staff, windows, busy } = facts.workTimes(index);
  const blocked = { from: first.startsAt - first.link.bufferBeforeMs, until: last.endsAt + last.link.bufferAfterMs };
  if (!containsInterval(windows, { from: first.startsAt, until: last.endsAt })) return false;
  if (overlapsInterval(busy, blocked)) return false;
  return isWithinWorkingTime(staff, [...ownWork(index, { placed, days: facts.days }), workOf(span, facts.days)]);
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
