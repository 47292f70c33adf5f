import { CARDINALS, ORDINALS, SWISS_HOURS } from "./numbers";

/** By what a weekday sounds like from the coast to the Alps; what is written as in the lexicon needs none of it. */
const WEEKDAY_SOUNDS: readonly [name: string, sounds: RegExp][] = [
  ["montag", /^m(?:oa?|ae|oe|aa?)n[td](?:aa?|oa?|ae|i)(?:g|ch)$/],
  [
    "dienstag",
    /^d(?:ie?|ea|ei|ee)n(?:s|sch)[td](?:aa?|oa?|i)(?:g|ch)$|^z[iy]{1,2}s(?:ch)?tig$|^(?:[ei]rchtag|ertag|irta|irtag)$/,
  ],
  ["mittwoch", /^m[ie][td]{1,2}[wv](?:oa?|u|uo)ch[ea]?$|^mittich[a]?$/],
  ["donnerstag", /^d(?:oa?|u)n{1,2}(?:er|ar|e|a)?(?:s|sch)[td](?:aa?|oa?|i)(?:g|ch)$|^pfin[zs]t(?:ag|a|og)$/],
  ["freitag", /^fr(?:ei|ai|oi|i{1,2}|y)[td](?:aa?|oa?|i)(?:g|ch)$/],
  ["samstag", /^s(?:oa?|aa?)m[bp]?(?:s|sch)[td](?:aa?|oa?|i)(?:g|ch)?$|^sonn(?:aa?|o)(?:h?m|b|be|bn|ben|mb)[dt]$/],
  ["sonntag", /^s[ou]nn?[td](?:aa?|oa?|i)(?:g|ch)$/],
];

const FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    morgen: "morge morn morng moign moarn morje morgo",
    uebermorgen: "uebermorn uebermorgn uebermoagn iwermorje uebermorng",
    woche: "woch wuche wuchn wocha wuch",
    naechste: "naechscht naechschte naechschti naegschte nechste",
    naechsten: "naechschten naechschtn naegschten nechsten",
    frueh: "friah frueah fruahh frih frie",
    viertel: "viertl vierdl viertele vierdel virtl fiertel",
    dreiviertel: "dreiviertl dreivierdl dreivirtel dreivierdel dreivirtl draeiviertel",
    halb: "hoib hoiba hoiwa hoiwe halwer halwe halbi hoiber halba hoeb",
    nachmittag: "nomittag nomiddag namiddog nomittog nochmittag nachmiddog naachmittag",
    vormittag: "vormittog vormiddog voamittag foamittog",
    mittag: "mittog middog",
    abend: "abig obig oobed obed owed omnd",
    nein: "nei noi naa",
    heute: "hit hiet haint heint",
    eins: "oas ois",
    zwei: "zwee zwe zwa zwai zwaa",
    drei: "drai drui dreia",
    vier: "fiere viera fier fiar",
    fuenf: "fimf fimfe fuemfe fenf fenfe fumf fimpf",
    sechs: "sex sexe sechsa sechs",
    sieben: "siem siemme siebm siebn siebne sibbe siewe sieme siwwe",
    acht: "ochte ocht aachte achde ochde aacht",
    neun: "neine naine neina naeine",
    zehn: "zehna zaeh zeh zeha zaehne zeene",
    elf: "oelfe elfa oif oife",
    zwoelf: "zwelf zwelfe zwoelwe zwoife zwoif",
  }).flatMap(([standard, forms]) => forms.split(" ").map((form): [string, string] => [form, standard])),
);

/** Words of which there are too many spellings to list. */
const SOUNDS: readonly [name: string, sounds: RegExp][] = [
  ["halb", /^h(?:oi|ai|oa|ol|oe|au)[bw](?:e|a|er|i)?$/],
  ["nachmittag", /^n[ao]{1,2}(?:ch|g|h)?m{1,2}[ie][td]{1,2}[ao]{1,2}(?:g|ch)$/],
  ["vormittag", /^[vf](?:o|oa|u|uo|a)r?m{1,2}[ie][td]{1,2}[ao]{1,2}(?:g|ch)$/],
  ["mittag", /^m[ie][td]{2}[ao]{1,2}(?:g|ch)$/],
  ["viertel", /^[vf][ie]{1,2}r[td](?:e?l|al|le)$/],
  ["dreiviertel", /^dr[ea]i[vf][ie]{1,2}r[td](?:e?l|al|le)$/],
];

/** "Zaeni", "drüü", as they are written without their endings in the lexicon. */
const SWISS_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["zaeni", "zehni"],
  ["drueue", "drue"],
  ["drui", "drue"],
  ["sibeni", "sibni"],
  ["zwoelfi", "zwoelfi"],
  ["nuni", "nueni"],
]);

/** "Zwanzichsten" and "fuffzehn": number words by their standard sounds. */
function numberWord(text: string): string | null {
  const standard = text
    .replace(/(?:zsch|z)ich(?=st|$)/, "zig")
    .replace(/ssich(?=st|$)/, "ssig")
    .replace(/^fuff/, "fuenf")
    .replace(/^(?:fuemf|fimf)/, "fuenf")
    .replace(/^siebn(?=t)/, "sieben")
    .replace(/^siebz(?!ehn|ig)/, "siebz")
    .replace(/^drid+(?=e)/, "dritt")
    .replace(/^zwo(?=und)/, "zwei");
  return standard !== text && (CARDINALS.has(standard) || ORDINALS.has(standard)) ? standard : null;
}

/** What is said in the regions, in the words of the lexicon; null for whatever is no such form. */
export function standardWords(text: string): string[] | null {
  const [, short, rest] = /^([dz])'([a-z]{3,})$/.exec(text) ?? [];
  if (short && rest) return [short === "d" ? "die" : "zu", ...(standardWords(rest) ?? [rest])];
  const form = FORMS.get(text) ?? (SWISS_HOURS.has(text) ? null : SWISS_SPELLINGS.get(text)) ?? numberWord(text);
  if (form) return [form];
  const sound = SOUNDS.find(([, sounds]) => sounds.test(text))?.[0];
  if (sound && sound !== text) return [sound];
  const weekday = /[aiodgckht]$/.test(text) && WEEKDAY_SOUNDS.find(([, sounds]) => sounds.test(text))?.[0];
  return weekday ? [weekday] : null;
}
