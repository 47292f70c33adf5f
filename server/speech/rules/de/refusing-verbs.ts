import { type Element, mark } from "../time/elements";
import {
  either,
  given,
  listed,
  map,
  maybe,
  notBefore,
  onlyAfter,
  onlyBefore,
  type Rule,
  seq,
  several,
  shortlyAfter,
  token,
  word,
} from "../time/grammar";
import type { Token } from "../time/tokens";
import { PARTS, WEEKDAYS } from "./words";

const not = word("nicht", "nich", "nit", "ned", "net", "nie", "niemals", "nimmer", "schlecht");
const filler = word(
  ..."es mir ma mia mer bei uns leider gar auch halt überhaupt ueberhaupt so da ja nun eben wohl heute dann diesmal aber eher total echt ihnen euch immer meist meistens grundsaetzlich generell eigentlich sowieso ziemlich".split(
    " ",
  ),
);
const behind = word("mehr", "so", "hin", "gut", "gern", "gerne", "recht", "rein", "kommen");

const fits: Rule<unknown> = either<unknown>(
  word("geht", "passt", "klappt", "ginge", "haut", "gehen", "passen", "klappen"),
  seq(word("kann", "koennen", "koennte", "schaffe", "schaff", "krieg", "mag"), word("ich", "i", "wir", "isch")),
);

/** "Geht leider gar nicht", "kann ich da nicht so gut": refuses what was said before; "geht nicht vor zehn" only limits it. */
const refusal: Rule<Element[]> = map(
  notBefore(seq(fits, several(filler, 5), either(not, word("nichts", "nix")), several(behind, 3)), word("vor", "nach")),
  () => mark("not-previous"),
);

/** "Mittwoch kann meine Frau nicht": somebody else who cannot. */
const otherCannot: Rule<Element[]> = map(
  seq(
    word("kann", "koennen", "schafft", "hat", "haben"),
    word("mein", "meine", "unser", "unsere", "der", "die", "das", "sie", "er"),
    maybe(token(["word"], ({ text }) => (!WEEKDAYS.has(text) && text !== "nicht" ? text : null))),
    several(filler, 2),
    either<unknown>(not, seq(word("keine"), word("zeit"))),
  ),
  () => mark("not-previous"),
);

const unfit = word(
  ..."doof bloed bled schlecht mies unguenstig unpassend unpraktisch ungeschickt schwierig schwer nix nichts ausgebucht voll belegt vergeben besetzt dicht eng stressig blockiert knapp kurzfristig".split(
    " ",
  ),
);
const fit = word(..."gut toll optimal ideal passend moeglich drin guenstig machbar so mein tag".split(" "));
/** "Ist leider ganz schlecht", "wäre nicht so optimal". */
const verdict: Rule<Element[]> = map(
  seq(
    word("ist", "is", "sind", "waere", "waer", "waeren", "wird", "sieht"),
    several(
      either(filler, word("ganz", "sehr", "ziemlich", "ein", "bisschen", "etwas", "zu", "schon", "das", "des")),
      4,
    ),
    either<unknown>(
      unfit,
      onlyAfter(word("spaet", "frueh"), new Set(["zu"])),
      seq(word("nicht", "nich", "net", "ned"), fit, several(fit, 3)),
    ),
  ),
  () => mark("not-previous"),
);

const DAY_WORDS: ReadonlySet<string> = new Set([
  ...WEEKDAYS.keys(),
  ...PARTS.keys(),
  "heute",
  "morgen",
  "uebermorgen",
  "woche",
]);
/** "Montag ganz schlecht, Donnerstag besser". */
const bareVerdict: Rule<Element[]> = map(
  onlyAfter(
    seq(
      several(either(filler, word("ganz", "sehr", "ziemlich")), 3),
      word("schlecht", "unguenstig", "schwierig", "doof", "bloed", "unmoeglich"),
    ),
    DAY_WORDS,
  ),
  () => mark("not-previous"),
);

/** "Freitag bin ich verhindert". */
const prevented: Rule<Element[]> = map(
  seq(
    word("bin", "sind", "ist"),
    word("ich", "wir", "er", "sie"),
    several(filler, 3),
    word(
      ..."verhindert verplant beschaeftigt eingespannt arbeiten ausgebucht anderweitig verabredet krankgeschrieben".split(
        " ",
      ),
    ),
  ),
  () => mark("not-previous"),
);

const duty = word(
  ..."dienst spaetdienst fruehdienst nachtdienst bereitschaft schicht spaetschicht fruehschicht nachtschicht training pruefung besuch zahnarzt zahnarzttermin physio therapie elternabend sitzung besprechung meeting chor probe yoga fussball schule uni unterricht vorlesung seminar kurs konfirmandenunterricht".split(
    " ",
  ),
);
const having = word("hab", "habe", "haben", "hat");
/** "Ich bin bis Freitag im Urlaub"; "da hätte ich Zeit" would be free. */
const onLeave: Rule<Element[]> = map(
  notBefore(
    shortlyAfter(
      listed("im urlaub | in urlaub | auf urlaub | krankgeschrieben | auf reisen"),
      new Set(["bin", "sind", "ist"]),
    ),
    seq(maybe(word(",")), word("da", "und")),
  ),
  () => mark("not-previous"),
);

/** "Montag hab ich Dienst, Dienstag wäre frei"; "da ginge es ab drei" would speak of that very day, and "um fünf" of the duty. */
const onDuty: Rule<Element[]> = either(
  map(
    notBefore(
      seq(
        having,
        word("ich", "wir"),
        several(either(filler, word("schon", "selbst", "selber")), 2),
        maybe(word("einen", "eine")),
        duty,
      ),
      either<unknown>(
        seq(
          maybe(word(",", ".")),
          word("da", "ab", "bis", "danach", "vorher", "davor", "nach", "vor", "um", "und", "also"),
        ),
        word("bei", "mit", "in", "von", "dort", "gegen", "zwischen", "am"),
      ),
    ),
    () => mark("not-previous"),
  ),
  given(
    map(shortlyAfter(duty, new Set(["hab", "habe", "haben", "hat"])), () => mark("told")),
    (tokens, at) => [...tokens.slice(Math.max(0, at - 4), at), ...tokens.slice(at + 1, at + 2)].some(isClockLead),
  ),
);
const isClockLead = ({ text }: Token): boolean => ["um", "ab", "bis", "von", "gegen", "zwischen"].includes(text);

/** "Nächste Woche bin ich auf Fortbildung". */
const away: Rule<Element[]> = map(
  seq(
    word("bin", "sind", "is", "ist"),
    word("ich", "wir", "er", "sie"),
    several(either(filler, word("noch")), 2),
    maybe(word("auf", "im", "in", "bei", "beim", "zur", "auf'm")),
    maybe(word("der", "dem", "einer", "einem")),
    word(
      ..."fortbildung schulung kur reha krankenhaus klinik messe seminar lehrgang ausland skiurlaub dienstreise geschaeftsreise montage weiterbildung tagung konferenz klassenfahrt".split(
        " ",
      ),
    ),
  ),
  () => mark("not-previous"),
);

/** "Karfreitag haben Sie wohl zu". */
const closed: Rule<Element[]> = map(
  notBefore(
    seq(
      word("haben", "habt", "ist"),
      maybe(word("sie", "ihr")),
      several(either(filler, word("sicher", "bestimmt", "wahrscheinlich", "doch", "eh", "vermutlich", "immer")), 3),
      word("zu", "geschlossen", "ruhetag"),
    ),
    word("der", "dem", "den", "einer", "einem", "spaet", "frueh", "kurzfristig", "knapp"),
  ),
  () => mark("not-previous"),
);

/** "Wenn Donnerstag nicht geht, dann Freitag" refuses nothing. */
const conditional: Rule<Element[]> = map(
  shortlyAfter(
    listed(
      `nicht geht | nicht geht dann | nicht klappt | nicht klappt dann | nicht passt | nicht passt dann | nichts frei ist
      | nichts mehr frei ist | nichts geht | voll ist | nicht gehen sollte | nicht möglich ist | nichts mehr geht`,
    ),
    new Set(["wenn", "falls", "sollte"]),
  ),
  () => mark("or"),
);

/** "Aus dem Mittwoch einen Donnerstag machen". */
const made: Rule<Element[]> = map(onlyBefore(seq(word("aus"), word("dem", "meinem")), word(...WEEKDAYS.keys())), () =>
  mark("not-next"),
);

/** "Lieber nachmittags als vormittags". */
const lesser: Rule<Element[]> = map(shortlyAfter(word("als"), new Set(["lieber", "eher", "besser"])), () =>
  mark("not-next"),
);

export const refusingRule: Rule<Element[]> = either(
  refusal,
  otherCannot,
  verdict,
  bareVerdict,
  closed,
  prevented,
  onLeave,
  onDuty,
  away,
  conditional,
  made,
  lesser,
);
