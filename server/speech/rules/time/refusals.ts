import { type Content, type DayRef, type Element, isContent, type TimeRef } from "./elements";

export type Marked = { element: Element; refused: boolean };

const NEGATES: ReadonlySet<string> = new Set(["not", "not-previous"]);
const LINKS: ReadonlySet<string> = new Set(["or", "and"]);
const DIVIDES: ReadonlySet<string> = new Set(["break", "fix", "onto", "hence", "wish"]);

/** Marks what "nicht", "außer" and "geht nicht" refuse, before or behind them. */
export function markRefusals(elements: readonly Element[], fitWords: ReadonlySet<string>): Marked[] {
  const marked = elements.map((element) => ({ element, refused: false }));
  elements.forEach((element, at) => {
    if (element.kind === "not-next") refuseNext(marked, at);
    else if (element.kind === "not-previous") refusePrevious(marked, at) || refuseAdjacent(marked, at);
    else if (element.kind === "not") refuseEitherSide(marked, at, fitWords);
    else if (element.kind === "likewise" && isRefusedBefore(marked, at)) {
      refusePrevious(marked, at);
      refuse(marked[at]);
    }
  });
  return withTheirLinks(marked);
}

/** Whether what was named before "Freitag auch" was refused. */
function isRefusedBefore(marked: readonly Marked[], at: number): boolean {
  const before = marked.slice(0, at);
  const ownFrom = before.findLastIndex(({ element }) => !isContent(element)) + 1;
  if (ownFrom === at) return false;
  const verdict = before
    .slice(0, ownFrom)
    .findLast(({ element }) => isContent(element) || NEGATES.has(element.kind) || element.kind === "likewise");
  return verdict !== undefined && (verdict.refused || NEGATES.has(verdict.element.kind));
}

/** "Außer Montag und Dienstag": what ties two refused days ties nothing that is wanted. */
const withTheirLinks = (marked: readonly Marked[]): Marked[] =>
  marked.map((item, at) => {
    const isLink = item.element.kind === "and" || item.element.kind === "or";
    const areRefused = [marked[at - 1], marked[at + 1]].every((beside) => beside?.refused);
    return isLink && areRefused ? { ...item, refused: true } : item;
  });

/** "Dienstag geht nicht Mittwoch schon" refuses what stands before, "Dienstag aber nicht vormittags" what follows. */
function refuseEitherSide(marked: Marked[], at: number, fitWords: ReadonlySet<string>) {
  const previous = marked[at - 1]?.element;
  const followsVerb = previous?.kind === "wish" || (previous?.kind === "word" && fitWords.has(previous.text));
  const isAdjacent = isContent(marked[at + 1]?.element);
  // "Heute nicht, morgen auch nicht": each stands behind what it refuses.
  const isListed = isAdjacent && isContent(previous) && NEGATES.has(marked[at + 2]?.element.kind ?? "");
  if (isListed) return refusePrevious(marked, at);
  if (isAdjacent && !followsVerb) return refuseNext(marked, at);
  return refusePrevious(marked, at) || refuseNext(marked, at);
}

/** "Geht nicht am Montag"; behind more than a word a new sentence has begun. */
function refuseAdjacent(marked: Marked[], at: number): boolean {
  const next = marked[at + 1]?.element.kind === "word" ? at + 2 : at + 1;
  return isContent(marked[next]?.element) && refuseNext(marked, at);
}

/** "Donnerstag, nicht Dienstag, um elf": of two days set against each other the time is that of the one that is wanted. */
function isContrast(marked: readonly Marked[], at: number): boolean {
  const [refused, behind] = [marked[at + 1]?.element, marked[at + 2]?.element];
  const before = marked.slice(0, at).findLast(({ element }) => isContent(element) || DIVIDES.has(element.kind));
  const isTimed = behind?.kind === "time" && behind.ref.kind === "at";
  return isTimed && before?.refused === false && [before.element, refused].every(isOneDay);
}

const isOneDay = (element: Element | undefined): boolean =>
  element?.kind === "day" && ["weekday", "date", "offset"].includes(element.ref.kind);

function refuseNext(marked: Marked[], at: number): boolean {
  if (isContrast(marked, at)) return refuse(marked[at + 1]);
  let found = false;
  const kinds = new Set<string>();
  for (const [i, item] of marked.slice(at + 1).entries()) {
    if (isContent(item.element)) {
      if (kinds.has(item.element.kind) && !isDayOfWeek(marked[at + i]?.element, item.element)) break;
      kinds.add(item.element.kind);
      item.refused = true;
      found = true;
    } else if (found && (item.element.kind === "or" || item.element.kind === "and")) kinds.clear();
    else if (found) break;
    else if (DIVIDES.has(item.element.kind)) break;
  }
  return found;
}

/** "Nächste Woche Montag": one day in two words; "außer Montag, nächste Woche" wishes for the week. */
const isDayOfWeek = (one: Element | undefined, other: Element): boolean =>
  one !== undefined && isWeek(one) && isLooseDay(other);

function refuse(item: Marked | undefined): boolean {
  if (item) item.refused = true;
  return item !== undefined;
}

function refusePrevious(marked: Marked[], at: number): boolean {
  let found = false;
  let breaks = 0;
  for (let i = at - 1; i >= 0; i--) {
    const item = marked[i];
    if (!item) break;
    if (isContent(item.element)) {
      if (found && isOfAnother(marked, i)) break;
      item.refused = true;
      found = true;
    } else if (item.element.kind === "or" || item.element.kind === "and") {
      if (!found || !isContent(marked[i - 1]?.element)) break;
    } else if (found) break;
    // "Dienstag, da kann ich nicht": across one comma, when nothing stands between.
    else if (DIVIDES.has(item.element.kind) && !DIVIDES.has(marked[i + 1]?.element.kind ?? "") && ++breaks > 1) break;
  }
  return found;
}

/** "Samstag um zehn Donnerstag kann ich nicht": what stands before the day that is refused belongs to another. */
function isOfAnother(marked: readonly Marked[], at: number): boolean {
  const [element, next] = [marked[at]?.element, marked[at + 1]?.element];
  if (next?.kind !== "day") return false;
  if (element?.kind === "day") return isOneDay(element) && isOneDay(next);
  return element?.kind === "time" && isOneDay(marked[at - 1]?.element);
}

/** A correction replaces what was said before of the same kind: "Mittwoch um drei, nein, um vier" keeps Wednesday. */
export function applyCorrections(marked: readonly Marked[]): Marked[] {
  const isMoving = marked.some(({ element }, at) => element.kind === "moving" || isFromTo(marked, at));
  let kept: Marked[] = [];
  marked.forEach((item, at) => {
    const isShift = isMoving && item.element.kind === "onto";
    // "Dienstag oder also Freitag" concludes nothing.
    const isLinked = [kept.at(-1), marked[at + 1]].some((beside) => beside && LINKS.has(beside.element.kind));
    if (item.element.kind === "hence" && isLinked) return;
    if (item.element.kind === "hence") {
      kept = concluded(kept, conclusionOf(marked.slice(at + 1)), isExplained(marked.slice(0, at)));
      return;
    }
    if (item.element.kind !== "fix" && !isShift && !takesBack(marked, at)) {
      kept.push(item);
      return;
    }
    // "Oder nein, doch lieber": the alternative that was begun is none.
    while (kept.at(-1)?.element.kind === "or" || kept.at(-1)?.element.kind === "and") kept.pop();
    if (isShift) kept = kept.filter(({ element }) => element.kind !== "and");
    const later = marked.slice(at + 1).filter(isWanted);
    const kinds = new Set<string>(later.map(({ element }) => element.kind));
    // Moved to another day it leaves its time as well, moved to another time it keeps its day.
    if (isShift && kinds.has("day")) kinds.add("time");
    const stays = later.some(({ element }) => isLooseDay(element)) && kept.some(({ element }) => isLooseDay(element));
    kept = kept.filter(
      (earlier) => !isWanted(earlier) || !kinds.has(earlier.element.kind) || (stays && isWeek(earlier.element)),
    );
    kept.push({ element: { kind: "break" }, refused: false });
  });
  return kept;
}

/** "Freitag um zehn, lieber um elf": of what stands right before it the same is named behind it; of a choice it says what is liked. */
function takesBack(marked: readonly Marked[], at: number): boolean {
  const { element } = marked[at] ?? {};
  if (element?.kind !== "break" || !("rather" in element) || !element.rather) return false;
  if (marked.slice(0, at).some((item) => LINKS.has(item.element.kind))) return false;
  const isPause = (item: Marked | undefined) =>
    item?.element.kind === "break" || (item?.element.kind === "word" && item.element.light === true);
  let [first, next] = [at, at + 1];
  while (isPause(marked[first - 1])) first--;
  while (isPause(marked[next])) next++;
  const named = marked[next];
  const before = marked.slice(0, first);
  const run = before.slice(before.findLastIndex((item) => !isWanted(item)) + 1);
  return named !== undefined && run.some((item) => isSameKind(item.element, named.element));
}

function isSameKind(one: Element, other: Element): boolean {
  if (one.kind === "time" && other.kind === "time") return one.ref.kind === "at" && other.ref.kind === "at";
  return isOneDay(one) && isOneDay(other);
}

/** "Von Mittwoch auf Freitag", whatever verb follows. */
const isFromTo = (marked: readonly Marked[], at: number): boolean =>
  marked[at]?.element.kind === "from" &&
  isContent(marked[at + 1]?.element) &&
  marked[at + 2]?.element.kind === "onto" &&
  isContent(marked[at + 3]?.element);

/** "Montag und Freitag hab ich Dialyse, also Donnerstag": the reason gives way. "Nächste Woche, also Dienstag" only narrows. */
function concluded(earlier: readonly Marked[], later: readonly { element: Content }[], isExplained: boolean): Marked[] {
  const day = later.find(({ element }) => element.kind === "day")?.element;
  const times = later.flatMap(({ element }) => (element.kind === "time" ? [element.ref] : []));
  // "Montag um neun oder Dienstag, also um zehn": without a day of its own it speaks of the last choice.
  const choice = day ? 0 : earlier.findLastIndex(({ element }) => LINKS.has(element.kind));
  const kept = earlier.filter((item, at) => {
    if (!isWanted(item)) return true;
    if (item.element.kind === "day") return !(day?.kind === "day" && givesWay(item.element, day.ref, isExplained));
    return at < choice || !timeGivesWay(item.element.ref, times, day !== undefined);
  });
  return [...kept, { element: { kind: "hence" }, refused: false }];
}

/** "Nachmittags, also ab zwei" and "um drei, also nachmittags" say one time; a part said of another day gives way. */
function timeGivesWay(earlier: TimeRef, times: readonly TimeRef[], isOtherDay: boolean): boolean {
  if (times.length === 0) return false;
  const isPart = ({ kind }: TimeRef) => kind === "part";
  return isOtherDay || isPart(earlier) === times.every(isPart);
}

/** "Am zehnten, also um fünf, oder am elften": behind the link of a time begins another choice. */
function conclusionOf(behind: readonly Marked[]): readonly { element: Content }[] {
  const first = behind.findIndex(isWanted);
  const link = behind.findIndex(({ element }) => LINKS.has(element.kind));
  const isTime = behind[first]?.element.kind === "time";
  return (isTime && link > first ? behind.slice(0, link) : behind).filter(isWanted);
}

/** "Übermorgen ist Neujahr, also …" gives a reason, "übermorgen, also Donnerstag" none. */
const isExplained = (before: readonly Marked[]): boolean =>
  before.findLast(({ element }) => element.kind !== "break")?.element.kind === "word";

const ONE_DAY: ReadonlySet<DayRef["kind"]> = new Set(["weekday", "date", "offset", "holiday", "follows"]);

/** The same kind of day, or the limit of a span; another kind says the same day once more ("Freitag, also der 27."). */
function givesWay(earlier: Content, concluded: DayRef, isExplained: boolean): boolean {
  if (earlier.kind !== "day") return false;
  const { kind } = earlier.ref;
  if (concluded.kind === "span") return kind === "weekday" || kind === "date" || kind === "offset" || kind === "span";
  if (isExplained && (kind === concluded.kind || (ONE_DAY.has(kind) && ONE_DAY.has(concluded.kind)))) return true;
  if (kind === "every" && ONE_DAY.has(concluded.kind)) return true;
  return kind === concluded.kind && kind !== "week" && kind !== "month";
}

/** "Nächste Woche Montag, nein, Dienstag": the week holds on. */
const isWeek = (element: Element): boolean =>
  element.kind === "day" && (element.ref.kind === "week" || element.ref.kind === "calendar-week");
const isLooseDay = (element: Element): boolean => element.kind === "day" && element.ref.kind === "weekday";

function isWanted(item: Marked): item is Marked & { element: Content } {
  return isContent(item.element) && !item.refused;
}
