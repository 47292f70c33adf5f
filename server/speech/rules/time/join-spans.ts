import { windowOf } from "./day-parts";
import { type Clock, type Connective, clockOf, type DayRef, type Element, type TimeRef } from "./elements";

interface Joined {
  element: Element;
  next: number;
}

type Ends = { day: DayRef } | { clock: Clock } | { part: Extract<TimeRef, { kind: "part" }> };

/** A "bis" that closes no span ("morgen bis 12 Uhr") is an end alone. */
const OPENERS: ReadonlySet<string> = new Set<Connective>(["starting", "until", "to", "before", "after"]);

/** Makes one element of "zwischen zwei und vier", "von Montag bis Mittwoch", "ab siebzehn Uhr", "nicht vor zehn". */
export function joinSpans(said: readonly Element[]): Element[] {
  // "Donnerstag, bis Samstag": a pause in front of "bis" parts nothing.
  const elements = said.filter(({ kind }, at) => kind !== "break" || said[at + 1]?.kind !== "to");
  const joined: Element[] = [];
  for (let at = 0; at < elements.length; ) {
    const found = closedSpan(elements, at) ?? impossibleBefore(elements, at) ?? openSpan(elements, at);
    const element = found?.element ?? elements[at];
    if (element) joined.push(element);
    orUntil(joined);
    at = found?.next ?? at + 1;
  }
  return joined;
}

/** "Freitag oder spätestens Montag": no day before that Friday. */
function orUntil(joined: Element[]) {
  const until = joined.at(-1);
  if (until?.kind !== "day" || until.ref.kind !== "span" || until.ref.first || !until.ref.last) return;
  if (joined.at(-2)?.kind !== "or") return;
  const fromTime = clockAt(joined.at(-3));
  const begin = joined.at(fromTime ? -4 : -3);
  if (begin?.kind !== "day" || !ONE_DAY.has(begin.ref.kind)) return;
  const ref: DayRef = { ...until.ref, first: begin.ref, ...(fromTime && { fromTime }) };
  joined.splice(fromTime ? -4 : -3, 4, { kind: "day", ref });
}
const ONE_DAY: ReadonlySet<DayRef["kind"]> = new Set(["weekday", "date", "offset"]);

function closedSpan(elements: readonly Element[], at: number): Joined | null {
  const opener = elements[at]?.kind;
  const isBetween = opener === "between";
  const begin = isBetween || opener === "from" || opener === "starting" ? at + 1 : at;
  const link = elements[begin + 1]?.kind;
  const from = endOf(elements[begin]);
  const to = endOf(elements[begin + 2]);
  // "From Tuesday until Thursday", "nine till eleven"; behind a day alone it is another limit.
  const isOpened = begin > at || (from !== null && "clock" in from);
  const isLink = link === "to" || link === "dash" || (isBetween && link === "and") || (isOpened && link === "until");
  if (!isLink) return edgedSpan(elements, at);
  const span = from && to && spanOf(from, to);
  const element = span && isBetween ? withoutFeasts(span) : span;
  if (!element) return edgedSpan(elements, at);
  const inWeek = spanInWeek(element, elements[begin + 3]);
  return inWeek ? { element: inWeek, next: begin + 4 } : { element, next: begin + 3 };
}

/** "Zwischen Ostern und Pfingsten": on the feasts themselves nobody works. Christmas Eve is a working day. */
function withoutFeasts(span: Element): Element {
  if (span.kind !== "day" || span.ref.kind !== "span") return span;
  const isFeast = (ref: DayRef | undefined, names: ReadonlySet<string>) =>
    ref?.kind === "holiday" && ref.relation === "on" && names.has(ref.holiday);
  const shifts = {
    ...(isFeast(span.ref.first, BEGIN_AFTER) && { firstShift: 1 }),
    ...(isFeast(span.ref.last, END_BEFORE) && { lastShift: -1 }),
  };
  return { kind: "day", ref: { ...span.ref, ...shifts } };
}
const BEGIN_AFTER: ReadonlySet<string> = new Set(["easter", "pentecost"]);
const END_BEFORE: ReadonlySet<string> = new Set(["easter", "pentecost", "christmas"]);

/** "Von Freitag zehn Uhr bis Montag", "von Freitag um zehn bis Montag um zwölf": one stretch between two moments. */
function edgedSpan(elements: readonly Element[], at: number): Joined | null {
  const opener = elements[at]?.kind;
  if (opener !== "from" && opener !== "starting" && opener !== "between") return null;
  const [first, begin] = [elements[at + 1], clockAt(elements[at + 2])];
  const link = begin ? at + 3 : at + 2;
  const [last, end] = [elements[link + 1], clockAt(elements[link + 2])];
  const isLink = ["to", "dash", "until", ...(opener === "between" ? ["and"] : [])].includes(elements[link]?.kind ?? "");
  if (!isLink || first?.kind !== "day" || last?.kind !== "day" || !begin) return null;
  const times = { fromTime: begin, ...(end && { toTime: end }) };
  return {
    element: { kind: "day", ref: { kind: "span", first: first.ref, last: last.ref, ...times } },
    next: link + (end ? 3 : 2),
  };
}

const clockAt = (element: Element | undefined): Clock | null =>
  element?.kind === "time" && element.ref.kind === "at" && !element.ref.about ? element.ref.clock : null;

/** "Tuesday to Thursday next week": both ends are of that week. */
function spanInWeek(span: Element, behind: Element | undefined): Element | null {
  if (span.kind !== "day" || span.ref.kind !== "span" || behind?.kind !== "day") return null;
  const { first, last } = span.ref;
  const period = behind.ref;
  if ((period.kind !== "week" && period.kind !== "calendar-week") || !isBareWeekday(first) || !isBareWeekday(last))
    return null;
  const within = (day: DayRef): DayRef => ({ kind: "within", day, period });
  return { kind: "day", ref: { kind: "span", first: within(first), last: within(last) } };
}

const isBareWeekday = (ref: DayRef | undefined): ref is DayRef =>
  ref?.kind === "weekday" && ref.sense === "bare" && ref.plusWeeks === 0;

function endOf(element: Element | undefined): Ends | null {
  if (element?.kind === "day") return { day: element.ref };
  if (element?.kind === "number")
    return element.value <= 24 ? { clock: clockOf(element.value, element.minutes) } : null;
  if (element?.kind !== "time") return null;
  if (element.ref.kind === "at") return { clock: element.ref.clock };
  return element.ref.kind === "part" ? { part: element.ref } : null;
}

function spanOf(from: Ends, to: Ends): Element | null {
  if ("day" in from && "day" in to) return { kind: "day", ref: { kind: "span", first: from.day, last: to.day } };
  if ("clock" in from && "clock" in to)
    return { kind: "time", ref: { kind: "between", from: from.clock, to: to.clock } };
  if (!("part" in from && "part" in to)) return null;
  const [first, last] = [windowOf(from.part.part, from.part.shade), windowOf(to.part.part, to.part.shade)];
  return first.from < last.to ? { kind: "time", ref: { kind: "window", from: first.from, to: last.to } } : null;
}

function openSpan(elements: readonly Element[], at: number): Joined | null {
  const isNegated = elements[at]?.kind === "not" || elements[at]?.kind === "not-next";
  const begin = isNegated ? at + 1 : at;
  const opener = elements[begin]?.kind ?? "";
  if (!OPENERS.has(opener) || (isNegated && opener === "starting")) return null;
  const end = endOf(elements[begin + 1]);
  if (!end) return null;
  const week = weekOfEnd(elements, begin);
  // "Nicht vor zehn" is "ab zehn", "nicht nach vier" is "bis vier", "not until Thursday" is "from Thursday".
  const sense = isNegated ? (opener === "after" ? "until" : "starting") : opener;
  if (week) return { element: openElement(sense, { day: week }), next: begin + 3 };
  const edge = "day" in end ? edgeOnDay(elements[begin + 2], sense) : null;
  if (edge && "day" in end) return { element: edgedElement(sense, end.day, edge), next: begin + 3 };
  return { element: openElement(sense, end), next: begin + 2 };
}

/** "Ab Donnerstagmittag", "bis morgen um zwölf": the moment on that day; "ab Mittwoch um zehn" may be ten o'clock on each. */
function edgeOnDay(time: Element | undefined, sense: string): Clock | null {
  if (time?.kind !== "time") return null;
  if (time.ref.kind === "part") return time.ref.once ? edgeOf(time.ref, sense) : null;
  const isEnd = sense === "until" || sense === "to";
  return isEnd && time.ref.kind === "at" && !time.ref.about ? time.ref.clock : null;
}

function edgedElement(sense: string, day: DayRef, edge: Clock): Element {
  const isBegin = sense === "starting" || sense === "after";
  const ref = isBegin ? { first: day, fromTime: edge } : { last: day, toTime: edge };
  return { kind: "day", ref: { kind: "span", ...ref } };
}

/** "Vor Mittwoch geht es nicht" is "ab Mittwoch". */
function impossibleBefore(elements: readonly Element[], at: number): Joined | null {
  if (elements[at]?.kind !== "before" || elements[at + 2]?.kind !== "not-previous") return null;
  const end = endOf(elements[at + 1]);
  return end && "day" in end ? { element: openElement("starting", end), next: at + 3 } : null;
}

/** "Bis Mittwoch nächster Woche", "ab nächster Woche Mittwoch": the end is a day of that week. */
function weekOfEnd(elements: readonly Element[], opener: number): DayRef | null {
  const [first, second] = [elements[opener + 1], elements[opener + 2]];
  if (first?.kind !== "day" || second?.kind !== "day") return null;
  const [day, period] = first.ref.kind === "weekday" ? [first.ref, second.ref] : [second.ref, first.ref];
  const isWeek = period.kind === "week" || period.kind === "calendar-week";
  return day.kind === "weekday" && isWeek ? { kind: "within", day, period } : null;
}

function openElement(sense: string, end: Ends): Element {
  const isBegin = sense === "starting" || sense === "after";
  if ("day" in end) {
    const shift = sense === "after" ? { firstShift: 1 } : sense === "before" ? { lastShift: -1 } : {};
    return { kind: "day", ref: { kind: "span", ...(isBegin ? { first: end.day } : { last: end.day }), ...shift } };
  }
  const clock = "clock" in end ? end.clock : edgeOf(end.part, sense);
  return { kind: "time", ref: { kind: "between", ...(isBegin ? { from: clock } : { to: clock }) } };
}

/** "Ab Mittag" is twelve o'clock and "nach dem Mittag" one, whatever the part's own limits. */
function edgeOf({ part, shade }: Extract<TimeRef, { kind: "part" }>, sense: string): Clock {
  if (part === "noon") return { minutes: sense === "after" ? 13 * 60 : 12 * 60, exact: true };
  const { from, to } = windowOf(part, shade);
  return { minutes: sense === "starting" || sense === "before" ? from : to, exact: true };
}
