import type { Placed } from "./chain-walk";
import { isSuitable } from "./further-staff";
import { ownWork, type PeopleFacts, partsOf } from "./grant-further-staff";
import type { Link } from "./links";
import { demandsOf, type LinkNeeds } from "./resource-demand";
import { hasLimit } from "./working-time";

/** What of a chain still matters for how it can go on: two chains so far that agree in it can go on alike. */
export interface ChainState {
  /** When it goes on, and what it goes on taking. */
  time: string;
  /** Who has done what. */
  people: string;
}

export interface StateFacts extends PeopleFacts {
  /** For each link. */
  needs: readonly LinkNeeds[];
}

export function chainState(links: readonly Link[], facts: StateFacts) {
  return (placed: readonly Placed[]): ChainState => {
    const before = placed.at(-1) as Placed;
    const next = links[placed.length] as Link;
    const carried = next.isCarried ? before.candidate.index : "";
    const later = links.slice(placed.length);
    const open = { placed, next, earliest: before.endsAt - Math.max(...later.map((link) => link.bufferBeforeMs)) };
    return {
      time: [placed.length, before.endsAt, carried, openSince(open), roomsOf(open, facts)].join("|"),
      people: `|${besideOf(open, facts)}|${workOf(placed, facts)}`,
    };
  };
}

interface Open {
  placed: readonly Placed[];
  next: Link;
  /** What follows takes nothing before this. */
  earliest: number;
}

/** The demands that still go on, and those that share time with them or with what follows, by way of others too. */
function roomsOf({ placed, next, earliest }: Open, { needs }: StateFacts): string {
  let from = earliest;
  const demands = demandsOf(placed, needs).map((demand) => {
    const isOpen = demand.isThroughout && placed[demand.link]?.link.part === next.part;
    return { ...demand, until: isOpen ? Infinity : demand.until };
  });
  const shared = demands
    .sort((a, b) => b.until - a.until)
    .filter((demand) => {
      if (demand.until <= from) return false;
      from = Math.min(from, demand.from);
      return true;
    });
  return shared.map(({ link, from: since, until }) => `${link}:${since}-${until}`).join();
}

/** When the service began that still goes on, if others come to it. */
function openSince({ placed, next }: Open): number | undefined {
  if (!next.service.staffRequirements?.length) return undefined;
  return placed.find(({ link }) => link.part === next.part)?.startsAt;
}

/** Services that need others beside: one that still goes on, and each of them where working time ties them together. */
function besideOf({ placed, next }: Open, { data }: StateFacts): string {
  const isTied = data.staff.some(hasLimit);
  return partsOf(placed)
    .filter(({ service, first }) => service.staffRequirements?.length && (isTied || first.link.part === next.part))
    .map(({ first, last, service }) => {
      const own = placed.filter(({ link }) => link.part === first.link.part).map(({ candidate }) => candidate);
      const missed = own.filter(({ staff }) => service.staffRequirements?.some((one) => isSuitable(one, staff)));
      const indexes = [...new Set(missed.map(({ index }) => index))].sort((a, b) => a - b);
      return `${first.link.part}:${first.startsAt}-${last.endsAt}/${indexes}`;
    })
    .join();
}

/** What those whose working time is limited have to do already. */
function workOf(placed: readonly Placed[], { days }: StateFacts): string {
  const limited = placed.filter(({ candidate }) => hasLimit(candidate.staff)).map(({ candidate }) => candidate.index);
  return [...new Set(limited)]
    .sort((a, b) => a - b)
    .map((index) => {
      const minutes = new Map<number, number>();
      for (const { day, ms } of ownWork(index, { placed, days })) minutes.set(day, (minutes.get(day) ?? 0) + ms);
      return `${index}:${[...minutes].flat()}`;
    })
    .join();
}
