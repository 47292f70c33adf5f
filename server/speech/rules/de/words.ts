import type { DayPart, Portion, WeekdaySense } from "../time/elements";

const entries = <T>(value: T, ...texts: string[]): [string, T][] => texts.map((text) => [text, value]);
const inflected = <T>(value: T, stem: string): [string, T][] =>
  entries(value, ...["e", "en", "er", "em", "es"].map((ending) => stem + ending));

/** 0 = Sunday. With dialect and what recognisers make of it. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...entries(1, "montag", "montach", "mondag", "mondog", "mondaach", "maentig", "moentag", "mo"),
  ...entries(
    2,
    "dienstag",
    "dienstach",
    "dinstag",
    "dienschdag",
    "dienschtag",
    "dienstaach",
    "zischtig",
    "deinstag",
    "di",
  ),
  ...entries(3, "mittwoch", "mittwuch", "mittwoche", "midwoch", "mitwoch", "mittwooch", "mi"),
  ...entries(
    4,
    "donnerstag",
    "donnerstach",
    "donnerschtag",
    "donnerschdag",
    "dunnerstag",
    "donerstag",
    "donschtig",
    "dunnerschdag",
    "donnersdag",
    "do",
  ),
  ...entries(5, "freitag", "freitach", "freidag", "freidog", "freidaach", "fritig", "fraitag", "fr"),
  ...entries(
    6,
    "samstag",
    "samstach",
    "sonnabend",
    "sonnamd",
    "samsdag",
    "samsdog",
    "samschtag",
    "samschtig",
    "sonnabnd",
    "sa",
  ),
  ...entries(0, "sonntag", "sonntach", "sunndag", "sunntig", "sonndag"),
]);

/** "Montags": each of them. */
export const EVERY_WEEKDAY: ReadonlyMap<string, number> = new Map([
  ...entries(1, "montags", "montage"),
  ...entries(2, "dienstags", "dienstage"),
  ...entries(3, "mittwochs"),
  ...entries(4, "donnerstags", "donnerstage"),
  ...entries(5, "freitags", "freitage"),
  ...entries(6, "samstags", "sonnabends", "samstage"),
  ...entries(0, "sonntags", "sonntage"),
]);

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...entries(1, "januar", "jaenner", "jan", "januars"),
  ...entries(2, "februar", "feber", "feb", "februars"),
  ...entries(3, "maerz", "mrz"),
  ...entries(4, "april", "apr", "aprils"),
  ...entries(5, "mai"),
  ...entries(6, "juni", "juno", "jun"),
  ...entries(7, "juli", "julei", "jul"),
  ...entries(8, "august", "aug"),
  ...entries(9, "september", "sept", "sep"),
  ...entries(10, "oktober", "okt"),
  ...entries(11, "november", "nov"),
  ...entries(12, "dezember", "dez"),
]);

export const PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...entries<DayPart>("early", "morgens", "fruehmorgens", "frueh", "fruehs", "frueehs", "fruah", "frua", "fria"),
  ...entries<DayPart>("forenoon", "vormittag", "vormittags", "vormittach", "vormittage", "vormiddag", "vormiddach"),
  ...entries<DayPart>("noon", "mittag", "mittags", "mittach", "middag", "middach", "mittagszeit", "mittagsstunde"),
  ...entries<DayPart>(
    "afternoon",
    "nachmittag",
    "nachmittags",
    "nachmittach",
    "nachmittage",
    "nachmiddag",
    "nachmiddach",
    "namittag",
    "namiddag",
  ),
  ...entries<DayPart>("evening", "abend", "abends", "ahmd", "omd", "obend", "oabend", "abnd"),
  ...entries<DayPart>("night", "nacht", "nachts"),
]);

export const SENSES: ReadonlyMap<string, WeekdaySense> = new Map([
  ...inflected<WeekdaySense>("this", "dies"),
  ...inflected<WeekdaySense>("coming", "kommend"),
  ...inflected<WeekdaySense>("coming", "folgend"),
  ...inflected<WeekdaySense>("next", "naechst"),
  ...inflected<WeekdaySense>("after-next", "uebernaechst"),
]);

export const PAST: ReadonlyMap<string, true> = new Map([
  ...inflected<true>(true, "letzt"),
  ...inflected<true>(true, "vorig"),
  ...inflected<true>(true, "vergangen"),
  ...inflected<true>(true, "vorletzt"),
]);

export const PORTIONS: ReadonlyMap<string, Portion> = new Map([
  ...entries<Portion>("start", "anfang", "anfangs", "beginn"),
  ...entries<Portion>("middle", "mitte"),
  ...entries<Portion>("end", "ende"),
]);

/** Stems of words after which a number counts something and is no hour. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    "tag tage tagen tages woche wochen monat monate monaten jahr jahre jahren stunde stunden minute minuten min " +
    "euro cent person personen leute kind kinder kindern termin termine terminen mal male prozent frau frauen " +
    "mann maenner zimmer kilo kilometer zentimeter stueck behandlungen sitzungen hunde katzen platz plaetze " +
    "freunde freundinnen koepfe haende fuesse reifen autos wagen jaehrig jaehrige jaehriger"
  ).split(" "),
);
