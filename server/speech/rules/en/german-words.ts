import { type Token, wordToken } from "../time/tokens";

const pairsOf = (text: string): [string, string][] =>
  text.split(" ").map((pair) => {
    const [german = "", english = ""] = pair.split(":");
    return [german, english];
  });

/** What callers who live in Germany say in German within an English sentence; by its folded spelling. */
const WORDS: ReadonlyMap<string, string> = new Map(
  pairsOf(
    "montag:monday dienstag:tuesday mittwoch:wednesday donnerstag:thursday freitag:friday samstag:saturday sonnabend:saturday " +
      "sonntag:sunday januar:january februar:february maerz:march mai:may juni:june juli:july oktober:october dezember:december " +
      "heute:today morgen:tomorrow vormittag:morning mittag:lunchtime nachmittag:afternoon abend:evening woche:week " +
      "wochenende:weekend uhr:o'clock halb:half naechste:next naechsten:next naechster:next kommenden:coming kommende:coming " +
      "diesen:this ostern:easter weihnachten:christmas",
  ),
);
const NUMBERS = "zwoelf eins zwei drei vier fuenf sechs sieben acht neun zehn elf".split(" ");
const HOURS = "twelve one two three four five six seven eight nine ten eleven".split(" ");
const BEFORE_HOUR: ReadonlySet<string> = new Set(["um", "halb", "gegen", "ab", "bis", "nach", "vor"]);
const PREPOSITIONS: ReadonlySet<string> = new Set(["am", "im", "um"]);

/** Each German word of time as the English one: "am Donnerstag", "halb drei" (which is half past two). */
export function withoutGerman(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at): Token[] => {
    const [before, next] = [tokens[at - 1]?.text ?? "", tokens[at + 1]?.text ?? ""];
    if (token.text === "uebermorgen") return ["day", "after", "tomorrow"].map(wordToken);
    if (PREPOSITIONS.has(token.text) && (WORDS.has(next) || NUMBERS.includes(next))) return [];
    if (token.text === "uhr" && tokens[at - 2]?.text === "halb") return [];
    if (before === "halb") return [hourBefore(token)];
    const hour = NUMBERS.indexOf(token.text);
    if (hour >= 0 && (BEFORE_HOUR.has(before) || next === "uhr")) return [wordToken(HOURS[hour] ?? "")];
    const english = WORDS.get(token.text);
    return english ? [wordToken(english)] : [token];
  });
}

function hourBefore(token: Token): Token {
  const hour = token.values[0] ?? NUMBERS.indexOf(token.text);
  return hour < 0 || hour > 12 ? token : wordToken(HOURS[(hour + 11) % 12] ?? "");
}
