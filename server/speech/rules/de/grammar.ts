import { either } from "../time/grammar";
import { isoRule } from "../time/iso";
import type { TimeGrammar } from "../time/language";
import { clockRule } from "./clock-times";
import { connectiveRule } from "./connectives";
import { dateRule } from "./dates";
import { dayPartRule } from "./day-parts";
import { dayRule } from "./days";
import { fromThenOnRule } from "./from-then-on";
import { periodRule } from "./periods";
import { prepare } from "./prepare";
import { feastWeekRule, weekOf, weekRule } from "./weeks";
import { MONTHS, PARTS, PORTIONS, SENSES, WEEKDAYS } from "./words";

const GLUE =
  "erst am um an im in fuer den dem der die das des zum zur so etwa circa ca ungefaehr gerne gern bitte vielleicht eventuell auch noch schon mal " +
  "einfach eher liebsten am ja ok okay gut hallo aeh aehm hm mm halt eben ne irgendwie irgendwann wohl gleich direkt genau " +
  "tatsaechlich eigentlich allgemein moeglichst besser am besten ganz schoen uhr einmal beispielsweise zb immer sagen wir mir uns es da so";

const TEMPORAL =
  "uhr tag tage tagen woche wochen wochenende monat monate jahr jahre jahres stunde stunden minute minuten viertel halb dreiviertel " +
  "spaeter frueher eher vorher nachher danach davor darauf darauffolgenden tags folgetag uebernaechste uebernaechsten uebernaechster " +
  "jede jeden jeder angerufen gesprochen ausgemacht vereinbart uhrzeit selbe selben dieselbe derselben gleiche gleichen gleicher geburtstag geburtsdatum geboren urlaub ferien sommerferien herbstferien osterferien schule unterricht " +
  "schicht schichtende training sport uni kita kindergarten vorlesung rum herum weihnachtsferien winterferien klock";

export const germanGrammar: TimeGrammar = {
  prepare,
  rule: either(
    isoRule,
    clockRule,
    dateRule,
    weekOf(dateRule),
    weekRule,
    feastWeekRule,
    periodRule,
    dayRule,
    fromThenOnRule,
    dayPartRule,
    connectiveRule,
  ),
  glue: new Set(GLUE.split(" ").filter((word) => word !== "uhr")),
  temporal: new Set([
    ...TEMPORAL.split(" "),
    ...WEEKDAYS.keys(),
    ...MONTHS.keys(),
    ...PARTS.keys(),
    ...PORTIONS.keys(),
    ...SENSES.keys(),
  ]),
  settledByClock: new Set(
    "zumachen zumacht schliessen schliesst uhrzeit spaeter frueher rum herum schule unterricht schicht schichtende training sport uni kita kindergarten vorlesung".split(
      " ",
    ),
  ),
  subordinating: new Set("weil damit dass sodass solange sobald bevor nachdem denn wobei obwohl".split(" ")),
  refusesBehind: true,
  light: new Set(
    "ich wir mir uns waer waere waeren geht gehts ginge gingen passt passte klappt wuerde wuerd recht lieb lieber prima super perfekt ideal toll wunderbar okay moeglich machbar einen eine angenehm frei".split(
      " ",
    ),
  ),
  fitWords: new Set("geht passt klappt ich mir uns es leider gar gut da".split(" ")),
};
