import { carryOver } from "./carry-over";
import { withChoice } from "./choice";
import { clockOf, type Element, isContent } from "./elements";
import { followingDays } from "./following-days";
import { withoutHabit } from "./habits";
import { joinSpans } from "./join-spans";
import type { TimeGrammar } from "./language";
import { closedByLength } from "./lasting-spans";
import { applyCorrections, type Marked, markRefusals } from "./refusals";
import { withoutStories } from "./stories";
import { tokenise } from "./tokens";

export interface Sentence {
  items: Marked[];
  asap: boolean;
  /** Something about time was said and not understood. */
  isLoose: boolean;
}

/** Longer speeches carry no better wish; this keeps hostile input cheap. */
const LONGEST_TEXT = 1_000;

/** From words to what they say about time, with refusals marked and corrections applied. */
export function readSentence(text: string, grammar: TimeGrammar): Sentence {
  const said = correctionsInFront(scan(text.slice(0, LONGEST_TEXT), grammar));
  const heard = withChoice(numbersAsClocks(withoutStories(closedByLength(joinSpans(followingDays(said))))));
  const named = withoutHabit(heard);
  const elements = sharedByAll(named ?? heard);
  const isLoose =
    named !== null ||
    withoutReason(elements).some(
      (element, at, all) => isLeftOver(element, all, grammar) || isDangling(all, at, grammar),
    ) ||
    (grammar.refusesBehind && elements.some((_, at) => isRefusalOfEither(elements, at))) ||
    elements.some((_, at) => isTimeOfEither(elements, at)) ||
    isReasonTimed(elements) ||
    text.length > LONGEST_TEXT;
  const items = carryOver(applyCorrections(markRefusals(elements, grammar.fitWords)));
  return { items, isLoose, asap: elements.some(({ kind }) => kind === "asap") };
}

function scan(text: string, grammar: TimeGrammar): Element[] {
  const tokens = grammar.prepare(tokenise(text));
  const elements: Element[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = grammar.rule(tokens, at);
    if (found) elements.push(...found.value);
    else {
      const word = tokens[at]?.text ?? "";
      if (/^[,;.?!:]$/.test(word)) elements.push({ kind: "break" });
      else if (!grammar.glue.has(word)) elements.push(wordOf(word, grammar));
    }
    at = found?.next ?? at + 1;
  }
  return elements;
}

/** "Am zwanzigsten, sonst am siebenundzwanzigsten, beides um drei": the second choice does not keep the time for itself. */
function sharedByAll(elements: readonly Element[]): readonly Element[] {
  const isOfAll = (element: Element) =>
    (element.kind === "word" && element.ofAll === true) ||
    (element.kind === "time" && element.ref.kind === "between" && element.ref.each === true);
  if (!elements.some(isOfAll)) return elements;
  return elements.map((element) => (element.kind === "or" ? { kind: "or" } : element));
}

/** "Freitag, äh, Montag mein ich": a correction said behind what is right stands in front of it from here on. */
function correctionsInFront(said: readonly Element[]): Element[] {
  const elements = [...said];
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (element?.kind !== "fix" || !("behind" in element)) continue;
    const end = elements[at - 1]?.kind === "break" ? at - 1 : at;
    const begin = elements.slice(0, end).findLastIndex((other) => !isContent(other) && other.kind !== "number") + 1;
    const before = elements[begin - 1]?.kind;
    elements.splice(at, 1);
    if (before !== "or" && before !== "and") elements.splice(lastNamed(elements, begin, end), 0, { kind: "fix" });
  }
  return elements;
}

/** "Montag um drei Dienstag mein ich": of what is named twice in a row the last is meant. */
function lastNamed(elements: readonly Element[], begin: number, end: number): number {
  const kinds = new Set<string>();
  for (let at = end - 1; at >= begin; at--) {
    const kind = elements[at]?.kind ?? "";
    if (kinds.has(kind)) return at + 1;
    kinds.add(kind);
  }
  return begin;
}

/** "Donnerstag nicht Samstag", heard without its commas: refused is the one or the other. */
function isRefusalOfEither(elements: readonly Element[], at: number): boolean {
  const [before, after] = [elements[at - 1], elements[at + 1]];
  if (elements[at]?.kind === "not" && isPart(before) && isPart(after)) return elements[at - 2]?.kind !== "not";
  if (elements[at]?.kind !== "not" || before?.kind !== "day" || after?.kind !== "day") return false;
  // "Nicht am Montag nicht am Dienstag": each has its own.
  if (elements[at - 2]?.kind === "not") return false;
  const isListed = elements.slice(at + 2).some(({ kind }) => kind === "not" || kind === "not-previous");
  const isSamePeriod = PERIODS.has(before.ref.kind) && before.ref.kind === after.ref.kind;
  return !isListed && (isSamePeriod || (ONE_DAY.has(before.ref.kind) && ONE_DAY.has(after.ref.kind)));
}

/** "Jeden Tag außer Freitag nach vier", "Montag bis Mittwoch außer Dienstag um zehn": the time of that day, or of every other. */
function isTimeOfEither(elements: readonly Element[], at: number): boolean {
  const behind = elements.slice(at + 1);
  const time = behind.find(({ kind }) => kind !== "day");
  const days = behind.slice(0, time ? behind.indexOf(time) : 0);
  if (elements[at]?.kind !== "not-next" || days.length === 0 || time?.kind !== "time") return false;
  const isOneSided = time.ref.kind === "between" && (!time.ref.from || !time.ref.to);
  const others = elements.filter((element) => isContent(element) && !days.includes(element) && element !== time);
  if (others.length === 0 || others.some(({ kind }) => kind === "time")) return false;
  const isOfSeveral = others.some((other) => other.kind === "day" && !ONE_DAY.has(other.ref.kind));
  return isOneSided || (time.ref.kind === "at" && isOfSeveral);
}

const PERIODS: ReadonlySet<string> = new Set(["week", "calendar-week", "weekend", "month"]);
const ONE_DAY: ReadonlySet<string> = new Set(["weekday", "date", "offset", "holiday"]);

const wordOf = (text: string, grammar: TimeGrammar): Element => ({
  kind: "word",
  text,
  temporal: isTemporal(text, grammar),
  ...(grammar.light?.has(text) && { light: true as const }),
});

function isTemporal(word: string, { temporal }: TimeGrammar): boolean {
  if (/^\d+$/.test(word)) return mayBeTime(word);
  return temporal.has(word) || /\d|woche|monat|ferien|viertel|tags?$|uhr$/.test(word);
}

/** "45", "1430" and "830", but no tyre of 205 and no telephone number. */
function mayBeTime(figures: string): boolean {
  const value = Number(figures);
  if (figures.length <= 2) return value < 60;
  return figures.length <= 4 && value % 15 === 0 && value % 100 < 60 && value < 2400;
}

/** A bare number is an hour right behind a day, and beside a time it is an alternative to ("zehn oder elf Uhr"). */
function numbersAsClocks(elements: readonly Element[]): Element[] {
  const read = [...elements];
  for (let at = 0; at < read.length; at++) {
    const [before, last] = [read[at - 2], read[at - 1]];
    const isListed = (last?.kind === "or" || last?.kind === "and") && before?.kind === "time";
    // "Um drei, nein, vier".
    const link = read.slice(0, at).findLast((other) => other.kind !== "break" || isRather(other));
    const isMended =
      (link?.kind === "fix" || isRather(link) || isMoved(read, at)) &&
      read.slice(0, at).some(({ kind }) => kind === "time");
    // "Um zehn, elf oder zwölf".
    const isEnumerated = last?.kind === "break" && isMoment(before) && ENDS_NUMBER.has(read[at + 1]?.kind);
    const isOfPart = [last, read[at + 1]].some((beside) => beside?.kind === "time" && beside.ref.kind === "part");
    // "Um zehn geht's nicht, am Montag ginge elf".
    const [isBehindIt, isBeforeIt] = [isLight(last), ENDS_NUMBER.has(last?.kind) && isLight(read[at + 1])];
    const isEnd = ENDS_NUMBER.has(read[at + 1]?.kind);
    const isOffered = (isBeforeIt || (isBehindIt && isEnd)) && read.slice(0, at).some(isMoment);
    if (isOffered || last?.kind === "day" || isListed || isMended || isEnumerated || isOfPart) readAsHour(read, at);
  }
  for (let at = read.length - 3; at >= 0; at--) {
    const [link, next] = [read[at + 1], read[at + 2]];
    // "10, 11 oder 12 Uhr": across a comma only from one bare number to the next.
    const isListed = link?.kind === "or" || (link?.kind === "break" && elements[at + 2]?.kind === "number");
    if (isListed && next?.kind === "time") readAsHour(read, at);
  }
  return read;
}

/** "My appointment tomorrow at ten, could that be eleven". */
const isMoved = (elements: readonly Element[], at: number): boolean =>
  elements.slice(0, at).findLast(({ kind }) => kind !== "word" && kind !== "break" && kind !== "wish")?.kind === "onto";

const isRather = (element: Element | undefined): boolean =>
  element?.kind === "break" && "rather" in element && element.rather === true;
const isLight = (element: Element | undefined): boolean => element?.kind === "word" && element.light === true;
const isPart = (element: Element | undefined): boolean => element?.kind === "time" && element.ref.kind === "part";
const isMoment = (element: Element | undefined): boolean => element?.kind === "time" && element.ref.kind === "at";
const ENDS_NUMBER: ReadonlySet<Element["kind"] | undefined> = new Set([undefined, "break", "or", "and"]);

function readAsHour(elements: Element[], at: number) {
  const element = elements[at];
  if (element?.kind !== "number" || element.value > 24) return;
  elements[at] = { kind: "time", ref: { kind: "at", clock: clockOf(element.value, element.minutes) } };
}

/** "Eine Woche später als geplant, also am 25. um zehn": what the conclusion says in full needs nothing of its reason. */
function withoutReason(elements: readonly Element[]): readonly Element[] {
  const at = elements.findLastIndex(({ kind }) => kind === "hence");
  const [reason, conclusion] = [elements.slice(0, at), elements.slice(at)];
  const hasTime = (of: readonly Element[]) => of.some(({ kind }) => kind === "time");
  const isFull = conclusion.some(({ kind }) => kind === "day") && (hasTime(conclusion) || !hasTime(reason));
  return at >= 0 && isFull && !conclusion.some(isOpenLimit) ? conclusion : elements;
}

/** "Am Freitag um zehn reise ich ab, also Donnerstag": whether at ten as well, only the caller knows. */
function isReasonTimed(elements: readonly Element[]): boolean {
  const at = elements.findLastIndex(({ kind }) => kind === "hence");
  const [reason, conclusion] = [elements.slice(0, Math.max(at, 0)), elements.slice(at + 1)];
  const timed = reason.findIndex((element, i) => isMoment(element) && reason[i - 1]?.kind === "day");
  const isTold = reason[timed + 1]?.kind === "word" || reason[timed - 2]?.kind === "word";
  const named = conclusion.filter(isContent);
  const isOtherDay =
    named.length > 0 && named.every((element) => element.kind === "day" && ONE_DAY.has(element.ref.kind));
  return timed > 0 && isTold && isOtherDay && !conclusion.some(({ kind }) => kind === "number");
}

/** "Nach acht", whose morning or evening only the reason tells. */
const isOpenLimit = (element: Element): boolean =>
  element.kind === "time" &&
  element.ref.kind === "between" &&
  [element.ref.from, element.ref.to].some((clock) => clock && !clock.exact && clock.minutes >= 6 * 60);

/** "Weil ich um neun im Büro sein muss", "Freitag oder den danach": what hangs on the word was not understood. */
function isDangling(elements: readonly Element[], at: number, { subordinating }: TimeGrammar): boolean {
  const element = elements[at];
  const behind = elements.slice(at + 1);
  const end = behind.findIndex(({ kind }) => CLOSES.has(kind));
  const rest = end < 0 ? behind : behind.slice(0, end);
  if (element?.kind === "word") return subordinating.has(element.text) && rest.some(({ kind }) => kind === "time");
  if (element?.kind !== "or" || element.instead || !elements.slice(0, at).some(isContent)) return false;
  return (
    rest.some(({ kind }) => kind === "word") && !behind.some((other) => isContent(other) || other.kind === "number")
  );
}

const CLOSES: ReadonlySet<Element["kind"]> = new Set(["fix", "hence", "wish"]);

function isLeftOver(element: Element, all: readonly Element[], { settledByClock }: TimeGrammar): boolean {
  const isSettled = all.some(({ kind }) => kind === "time");
  if (element.kind === "word") return element.temporal && !(isSettled && settledByClock.has(element.text));
  // "Um zehn elf": a number right behind a time is no mere number.
  const isBehindTime = all[all.indexOf(element) - 1]?.kind === "time";
  if (element.kind === "number") return !isSettled || isBehindTime || element.minutes !== undefined;
  return ["to", "starting", "until", "before", "after", "between"].includes(element.kind) && all.some(isContent);
}
