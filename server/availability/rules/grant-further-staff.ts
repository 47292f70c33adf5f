import type { CalendarData, StaffCalendar } from "./calendar-data";
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
    const chosen: Beside[] = [];
    for (const [part, { first, last, service }] of partsOf(placed).entries()) {
      const span = { first, last, part };
      const isAvailable = (index: number) => isFreeBeside(index, { span, placed, chosen, facts });
      const people = chooseFurtherStaff(service.staffRequirements ?? [], { staff: facts.data.staff, isAvailable });
      if (!people) return null;
      chosen.push(...people.map((index) => ({ index, part, work: workOf(span, facts.days) })));
    }
    return partsOf(placed).map((_, part) =>
      chosen.filter((one) => one.part === part).map(({ index }) => (facts.data.staff[index] as StaffCalendar).id),
    );
  };
}

/** Somebody who comes to a part, with the work that this is. */
interface Beside {
  index: number;
  part: number;
  work: Work;
}

interface Span {
  part: number;
  first: Placed;
  last: Placed;
}

function partsOf(placed: readonly Placed[]) {
  const firsts = placed.filter(({ link }, nr) => placed[nr - 1]?.link.part !== link.part);
  return firsts.map((first) => {
    const last = placed.findLast(({ link }) => link.part === first.link.part) as Placed;
    return { first, last, service: first.link.service };
  });
}

interface Company {
  span: Span;
  placed: readonly Placed[];
  chosen: readonly Beside[];
  facts: PeopleFacts;
}

/** At work during the service, free with its buffers, not busy with the service already, and within the working time. */
function isFreeBeside(index: number, { span, placed, chosen, facts }: Company): boolean {
  const { first, last, part } = span;
  if (placed.some(({ link, candidate }) => link.part === part && candidate.index === index)) return false;
  const { staff, windows, busy } = facts.workTimes(index);
  const blocked = { from: first.startsAt - first.link.bufferBeforeMs, until: last.endsAt + last.link.bufferAfterMs };
  if (!containsInterval(windows, { from: first.startsAt, until: last.endsAt })) return false;
  if (overlapsInterval(busy, blocked)) return false;
  const before = chosen.filter((one) => one.index === index).map(({ work }) => work);
  return isWithinWorkingTime(staff, [
    ...ownWork(index, { placed, days: facts.days }),
    ...before,
    workOf(span, facts.days),
  ]);
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
