import { type Element, unsure } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  maybe,
  onlyAfter,
  onlyBefore,
  type Rule,
  seq,
  several,
  shortlyAfter,
  word,
} from "../time/grammar";
import { textsOf } from "../time/tokens";
import { holiday } from "./holidays";
import { count, ORDINALS } from "./numbers";
import { PHRASES } from "./phrases";
import { WEEKDAYS } from "./words";

const MOVES: ReadonlySet<string> = new Set(
  [PHRASES.moving, PHRASES.former].flatMap((texts) => texts?.split("|") ?? []).map((text) => text.trim()),
);
const HAS: ReadonlySet<string> = new Set(["hab", "habe", "haette"]);
const NAMES_DAY: ReadonlySet<string> = new Set([
  ...WEEKDAYS.keys(),
  ...ORDINALS.keys(),
  "heute",
  "morgen",
  "uebermorgen",
]);
/** "Ich hab am Freitag einen Termin und käme lieber am Montag": which of both days is wished for, a verb of moving says. */
const hasAppointment: Rule<Element[]> = given(
  map(seq(maybe(word("einen", "nen", "den", "meinen", "schon")), word("termin")), unsure),
  (tokens, at) => {
    const [before, behind] = [textsOf(tokens.slice(Math.max(0, at - 9), at)), textsOf(tokens.slice(at + 1))];
    const has = before.findLastIndex((text) => HAS.has(text));
    const isOwn = has >= 0 && before[has] !== "haette" && [before[has - 1], before[has + 1]].includes("ich");
    const isNamed = before.slice(has).some((text) => NAMES_DAY.has(text)) && behind.some((text) => OTHER.has(text));
    return isOwn && isNamed && ![...before, ...behind].some((text) => MOVES.has(text) || text === "keinen");
  },
);
const OTHER: ReadonlySet<string> = new Set(["auch", "lieber", "besser", "stattdessen", "eher", "sonst"]);

/** "Mein Termin morgen um zehn, geht der auch um elf": the one that there is, and another. */
const thatOneToo: Rule<Element[]> = given(
  map(
    seq(word("geht", "ginge", "kann", "koennte", "koennt", "passt", "klappt"), word("der", "er"), word("auch")),
    unsure,
  ),
  (tokens, at) => textsOf(tokens.slice(0, at)).includes("termin"),
);

/** "Das Ersatzteil kommt Mittwoch, dann am Donnerstag": when something comes, and when the caller does. */
const thingComes: Rule<Element[]> = given(
  map(
    onlyBefore(
      word("kommt", "kommen", "da"),
      seq(
        maybe(word("am", "den", "erst", "schon")),
        maybe(word("am")),
        lookup(WEEKDAYS),
        maybe(word(",")),
        word("dann", "also"),
      ),
    ),
    unsure,
  ),
  (tokens, at) => /^(?:das|die|der|mein|meine|ein|eine)$/.test(tokens[at - 2]?.text ?? ""),
);

const isCalled = seq(
  word("ist", "is"),
  several(word("ja", "doch", "halt", "leider", "auch"), 2),
  maybe(word("ein")),
  either<unknown>(holiday, lookup(WEEKDAYS)),
);
/** "Der sechste wäre gut, der siebte ist ja ein Sonntag": of two days the one is named to say why it is not meant. */
const calledBesideOther: Rule<Element[]> = given(
  map(isCalled, unsure),
  (tokens, at) => textsOf(tokens.slice(0, at)).filter((text) => NAMES_DAY.has(text)).length > 1,
);

const OBLIGED: ReadonlySet<string> = new Set(["muss", "muessen", "soll", "sollte", "sollten"]);
/** "Ich muss um zwölf am Bahnhof sein": where the caller has to be then. "Es muss um zwölf sein" is a wish. */
const mustBe: Rule<Element[]> = given(map(shortlyAfter(word("sein"), OBLIGED), unsure), (tokens, at) => {
  const before = textsOf(tokens.slice(Math.max(0, at - 7), at));
  const must = before.findLastIndex((text) => OBLIGED.has(text));
  const isOfCaller = [before[must - 1], before[must + 1]].some((text) => text === "ich" || text === "wir");
  return isOfCaller && before.slice(must).some((text) => TIMED.has(text));
});
const TIMED: ReadonlySet<string> = new Set(["um", "uhr", "halb", "viertel", "dreiviertel"]);

const elsewhere = word(
  ..."arzt zahnarzt friseur gericht notar anwalt schule uni arbeit buero besprechung sitzung meeting training probe vorlesung kurs unterricht krankenhaus klinik physio therapie fortbildung schulung messe seminar beerdigung dienst".split(
    " ",
  ),
);
const towards: ReadonlySet<string> = new Set([
  "beim",
  "zum",
  "zur",
  "im",
  "in",
  "auf",
  "der",
  "einer",
  "dem",
  "ner",
  "die",
]);
/** "Am Donnerstag bin ich von zwölf bis drei beim Arzt", "um zwölf muss ich zum Arzt". */
const isElsewhere: Rule<Element[]> = given(map(onlyAfter(elsewhere, towards), unsure), (tokens, at) => {
  const before = textsOf(tokens.slice(Math.max(0, at - 10), at));
  const is = before.findLastIndex((text) => IS.has(text));
  const isOfCaller = is >= 0 && [before[is - 1], before[is + 1]].some((text) => text === "ich" || text === "wir");
  return isOfCaller && before.some((text) => TIMED.has(text) || text === "von" || text === "zwischen");
});
const IS: ReadonlySet<string> = new Set(["bin", "sind", ...OBLIGED]);

/** "Im Anschluss an den Termin um zehn": when that one is over, only the calendar knows. */
const following: Rule<Element[]> = map(
  either<unknown>(seq(word("im", "direkt"), word("anschluss")), word("anschliessend", "hinterher")),
  unsure,
);

const length = either<unknown>(
  seq(
    word("eine", "ne", "einer"),
    maybe(word("halbe", "dreiviertel", "viertel", "gute")),
    word("stunde", "viertelstunde"),
  ),
  word("halbe", "dreiviertelstunde", "viertelstunde"),
  seq(count, word("stunde", "stunden", "minute", "minuten")),
);
/** "Eine halbe Stunde später": counted from an hour that is no wish by itself. */
const shifted: Rule<Element[]> = map(
  seq(
    length,
    maybe(word("stunde")),
    word("spaeter", "frueher", "eher", "danach", "davor", "vorher", "zuvor"),
    maybe(word("als")),
  ),
  unsure,
);

/** What is said of other days and hours beside the wish. */
export const besideWishRule: Rule<Element[]> = either(
  mustBe,
  isElsewhere,
  following,
  shifted,
  hasAppointment,
  thatOneToo,
  thingComes,
  calledBesideOther,
);
