import { day, type Element, mark, nothing } from "../time/elements";
import {
  either,
  lookup,
  map,
  maybe,
  notBefore,
  onlyBefore,
  type Rule,
  seq,
  several,
  shortlyAfter,
  word,
} from "../time/grammar";
import { holiday } from "./holidays";
import { cardinal } from "./numbers";
import { WEEKDAYS } from "./words";

/** "Habe ich am Montag bekommen"; "kann ich am Montag einen bekommen" is a wish. */
const received = map(shortlyAfter(word("bekommen", "erhalten"), new Set(["habe", "hab", "haben"])), () => mark("told"));
/** "Ich war schon mal bei Ihnen": at no time in particular. */
const everBefore = map(
  seq(
    word("war", "waren"),
    maybe(word("ich", "wir")),
    word("schon", "noch", "bereits", "lange", "laenger", "ewig", "immer"),
    word("mal", "einmal", "oefter", "oefters", "nie", "immer", "laenger", "lange", "ewig", "nicht", "bei", "zufrieden"),
  ),
  nothing,
);
/** "Ich hatte Donnerstag gesagt"; "der Arzt hat gesagt, in zwei Wochen" is a wish. */
const saidBefore = map(shortlyAfter(word("gesagt", "eingetragen", "bestellt"), new Set(["hatte", "hatten"])), () =>
  mark("told"),
);

const subject = several(word(..."ja doch bei uns ihnen da schon auch dann glaub glaube ich ein".split(" ")), 4);
/** "Der erste August fällt ja auf einen Sonntag". */
const falls = map(
  seq(word("faellt", "fallt"), subject, word("auf"), maybe(word("einen", "den", "ein")), lookup(WEEKDAYS)),
  () => mark("told"),
);
const named = seq(word("ist", "is", "sind"), subject, either<unknown>(holiday, lookup(WEEKDAYS)));
const concludes = either<unknown>(
  word("lieber", "deshalb", "drum", ","),
  // "Morgen ist ja Silvester, dann um elf" keeps its day.
  notBefore(
    word("dann", "also"),
    either<unknown>(cardinal, word("um", "gegen", "ab", "bis", "halb", "viertel", "dreiviertel")),
  ),
  seq(word("aber"), word("am", "der", "den", "dann", "lieber")),
  seq(word("oder"), maybe(word("ja")), word("dann", "lieber")),
);
/** "Morgen ist ja Silvester": what the day is called, and no second day; in front of a "dann" it is only a reason. */
const calledSo = either<Element[]>(
  map(onlyBefore(named, concludes), () => mark("told")),
  map(seq(word("ist", "is", "sind"), subject, holiday), (): Element[] => [{ kind: "word", text: "", temporal: false }]),
  // "Der zehnte, das ist ein Donnerstag": checked against the date.
  map(
    seq(word("das"), word("ist", "is"), maybe(word("ja", "doch")), word("ein"), lookup(WEEKDAYS)),
    ([, , , , weekday]): Element[] => day({ kind: "weekday", weekday, sense: "bare", plusWeeks: 0 }),
  ),
  map(seq(word("der", "das"), word("ist", "is"), maybe(word("ja", "doch", "ein")), lookup(WEEKDAYS)), (): Element[] => [
    { kind: "word", text: "", temporal: false },
  ]),
);

/** "Mein Bus kommt um zehn an": when somebody travels is no appointment. */
const travels = map(
  seq(
    word("mein", "der", "unser", "meine", "die", "unsere"),
    word("zug", "bus", "flieger", "flug", "bahn", "faehre", "maschine", "fernbus", "anschluss"),
    word("kommt", "geht", "faehrt", "landet", "startet", "ist", "kommt's"),
  ),
  () => mark("told"),
);

/** What has been, and what a day is called: told, and not wished for. */
export const tellingRule: Rule<Element[]> = either(received, saidBefore, everBefore, falls, calledSo, travels);
