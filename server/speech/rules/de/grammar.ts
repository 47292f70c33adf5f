import { either } from "../time/grammar";
import { isoRule } from "../time/iso";
import type { TimeGrammar } from "../time/language";
import { type Token, wordToken } from "../time/tokens";
import { clockRule } from "./clock-times";
import { connectiveRule } from "./connectives";
import { dateRule } from "./dates";
import { dayPartRule } from "./day-parts";
import { dayRule } from "./days";
import { CARDINALS } from "./numbers";
import { periodRule, weekOf } from "./periods";
import { MONTHS, PARTS, PORTIONS, SENSES, WEEKDAYS } from "./words";

const COMPOUND =
  /^(heute?|morgen|uebermorgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?(frueh|morgen|vormittag|mittag|nachmittag|abend|nacht)(s?)$/;
const MONTH_WEEK = new RegExp(`^(${[...MONTHS.keys()].join("|")})wochen?$`);
const QUARTER_COMPOUND = /^(dreiviertel|viertel|halb)([a-z]+)$/;
const HOUR_COMPOUND = /^(ein|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf|\w+zehn|\w*zwanzig)uhr(\w*)$/;

/** "Dienstagabend" and "fünfzehnuhrdreißig" are two and three words; a dash inside a word joins, between words it may be "bis". */
function prepare(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.kind !== "word") return [token];
    const day = COMPOUND.exec(token.text);
    if (day?.[1] && day[2]) return [wordToken(day[1]), wordToken(day[2] === "morgen" && day[3] ? "morgens" : day[2])];
    const month = MONTH_WEEK.exec(token.text)?.[1];
    if (month) return ["woche", "im", month].map(wordToken);
    const quarter = QUARTER_COMPOUND.exec(token.text);
    if (quarter?.[1] && CARDINALS.has(quarter[2] ?? "")) return [quarter[1], quarter[2] ?? ""].map(wordToken);
    const hour = HOUR_COMPOUND.exec(token.text);
    if (!hour?.[1]) return [token];
    return [hour[1], "uhr", ...(hour[2] ? [hour[2]] : [])].map(wordToken);
  });
}

const GLUE =
  "am um an im in den dem der die das des zum zur so etwa circa ca ungefaehr gerne gern bitte vielleicht eventuell auch noch schon mal " +
  "einfach eher liebsten am ja ok okay gut hallo aeh aehm hm mm halt eben ne irgendwie irgendwann wohl gleich direkt genau " +
  "tatsaechlich eigentlich allgemein moeglichst besser am besten ganz schoen uhr einmal beispielsweise zb immer sagen wir mir uns es da so";

const TEMPORAL =
  "uhr tag tage tagen woche wochen wochenende monat monate jahr jahre jahres stunde stunden minute minuten viertel halb dreiviertel " +
  "spaeter frueher eher vorher nachher danach davor darauf darauffolgenden tags folgetag uebernaechste uebernaechsten uebernaechster " +
  "jede jeden jeder angerufen gesprochen ausgemacht vereinbart uhrzeit selbe selben dieselbe derselben gleiche gleichen gleicher geburtstag geburtsdatum geboren urlaub ferien sommerferien herbstferien osterferien schule unterricht";

export const germanGrammar: TimeGrammar = {
  prepare,
  rule: either(isoRule, clockRule, dateRule, weekOf(dateRule), periodRule, dayRule, dayPartRule, connectiveRule),
  glue: new Set(GLUE.split(" ").filter((word) => word !== "uhr")),
  temporal: new Set([
    ...TEMPORAL.split(" "),
    ...WEEKDAYS.keys(),
    ...MONTHS.keys(),
    ...PARTS.keys(),
    ...PORTIONS.keys(),
    ...SENSES.keys(),
  ]),
  fitWords: new Set("geht passt klappt ich mir uns es leider gar gut da".split(" ")),
};
