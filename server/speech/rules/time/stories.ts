import { type Content, type Element, isContent, unsure } from "./elements";

/** What a caller only tells: what is wanted stands in another clause, or has to be asked for. */
export function withoutStories(elements: readonly Element[]): Element[] {
  const clauses = clausesOf(beforeWhatWasNamed(elements));
  const isTold = clauses.map((clause) => clause.some(({ kind }) => kind === "told" || kind === "former"));
  const isWishNamed = clauses.some((clause, at) => !isTold[at] && clause.some(isContent));
  return clauses.flatMap((clause, at): Element[] => {
    if (isTold[at] && isWishNamed) return leftOfStory(clause);
    return clause.flatMap((element) => alone(element));
  });
}

/** Its correction still corrects ("nee, da hat mein Mann Geburtstag"), and a limit that nothing closed stays open ("after I finish"). */
function leftOfStory(clause: readonly Element[]): Element[] {
  const limit = clause.findIndex(({ kind }) => LIMITS.has(kind));
  const isLimiting = limit >= 0 && clause.slice(limit).some((element) => element.kind === "told" || isContent(element));
  const told = clause.findIndex(({ kind }) => kind === "told");
  // "Bis acht offen, da komm ich um sieben": words behind the story a time begins that may be the wish.
  const isBehind = told >= 0 && clause.slice(told + 2).some(({ kind }) => kind === "time");
  // "Nein, da ist mein Geburtstag Samstag": the day behind what is told may be the one that corrects.
  const isCorrecting = clause[0]?.kind === "fix" && told >= 0 && clause.slice(told + 1).some(isDay);
  const open: Element[] = isLimiting || isBehind || isCorrecting ? unsure() : [];
  const isOver = clause.some((element) => element.kind === "told" && element.over) && clause.some(isDay);
  const visit: Element[] = isOver ? [{ kind: "day", ref: { kind: "past" } }] : [];
  return [clause[0]?.kind === "fix" ? { kind: "fix" } : { kind: "break" }, ...open, ...visit];
}

const LIMITS: ReadonlySet<Element["kind"]> = new Set(["starting", "until", "before", "after"]);

/** Where nothing else was said a story is worth a question; an appointment to be given up is what the caller means. */
function alone(element: Element): Element[] {
  if (element.kind === "told") return unsure();
  return element.kind === "former" ? [] : [element];
}

const BEGINS: ReadonlySet<Element["kind"]> = new Set(["wish", "hence", "break", "fix"]);

/** A clause begins with what opens a wish, behind a pause, and behind a verb that ends the one before. */
function clausesOf(elements: readonly Element[]): Element[][] {
  const clauses: Element[][] = [[]];
  for (const element of elements) {
    if (BEGINS.has(element.kind)) clauses.push(element.kind === "wish" ? ledBy(clauses.at(-1) ?? []) : []);
    clauses.at(-1)?.push(element);
    if (element.kind === "former" || endsStory(element, clauses.at(-1) ?? [])) clauses.push([]);
  }
  return clauses;
}

/** "Das hat beim letzten Mal 90 Minuten gedauert": its participle is the end of it. */
const endsStory = (element: Element, clause: readonly Element[]): boolean =>
  element.kind === "word" && PARTICIPLE.test(element.text) && clause.some(({ kind }) => kind === "told");
const PARTICIPLE = /^(?:ge[a-z]{3,}t|ge[a-z]{4,}en)$/;

/** "Letzten Montag war ich da, heute bräuchte ich": what stands right in front of the wish is wished, not told. */
function ledBy(clause: Element[]): Element[] {
  const told = clause.findLastIndex(({ kind }) => kind === "told");
  const last = clause.at(-1);
  if (told < 0 || !isContent(last) || clause[clause.length - 2]?.kind !== "word") return [];
  return told < clause.length - 2 ? clause.splice(-1) : [];
}

/** "Am Samstag fahre ich weg, also vorher": until the day before. Where a day is named behind it, that one is meant. */
function beforeWhatWasNamed(elements: readonly Element[]): Element[] {
  const at = elements.findIndex(({ kind }) => kind === "before-it");
  if (at < 0) return [...elements];
  const named = elements.slice(0, at).findLastIndex(({ kind }) => kind === "day");
  const day = elements[named];
  const times = elements.slice(0, at).filter(({ kind }) => kind === "time");
  if (times.length === 1 && elements[at - 1]?.kind === "hence") return beforeTheTime(elements, at);
  // "In zwei Wochen fliege ich": hardly to the day.
  const isRough = day?.kind === "day" && day.ref.kind === "offset" && day.ref.days > 2;
  if (day?.kind !== "day" || times.length > 0 || isRough)
    return elements.with(at, { kind: "word", text: "", temporal: true });
  const isNamedBehind = elements.slice(at + 1).some(isDay);
  const meant: Element = { kind: "day", ref: { kind: "span", last: day.ref, lastShift: -1 } };
  return elements
    .with(named, { kind: "word", text: "", temporal: false })
    .toSpliced(at, 1, { kind: "break" }, ...(isNamedBehind ? [] : [meant]));
}

/** "Um zwölf muss ich weg, also vorher": until then, where the clock was named and nothing behind it names another. */
function beforeTheTime(elements: readonly Element[], at: number): Element[] {
  const named = elements.slice(0, at).findLastIndex(({ kind }) => kind === "time");
  const time = elements[named];
  const isNamedBehind = elements.slice(at + 1).some(({ kind }) => kind === "time" || kind === "number");
  if (time?.kind !== "time" || time.ref.kind !== "at" || time.ref.about || isNamedBehind)
    return elements.with(at, { kind: "word", text: "", temporal: true });
  const isAbout = (element: Element, i: number) => i < at && element.kind === "word" && element.text === "";
  return elements
    .map((element, i): Element => (isAbout(element, i) ? { kind: "word", text: "", temporal: false } : element))
    .with(at, { kind: "break" })
    .with(named, { kind: "time", ref: { kind: "between", to: time.ref.clock } });
}

const isDay = (element: Element): element is Content => element.kind === "day";
