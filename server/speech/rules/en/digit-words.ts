import type { DigitWords } from "../contact-language";
import { small, smallOrdinals, tens } from "./numbers";

export const englishDigits: DigitWords = {
  numbers: new Map([...small, ...tens, ["oh", 0], ["o", 0], ["nought", 0], ["naught", 0]]),
  ordinals: smallOrdinals,
  openTens: new Set(tens.keys()),
  between: new Set(),
  repeats: new Map([
    ["double", 2],
    ["triple", 3],
    ["treble", 3],
  ]),
  severals: new Map(
    "zeros ones twos threes fours fives sixes sevens eights nines".split(" ").map((text, i) => [text, i]),
  ),
  times: new Set(["times"]),
  articles: new Set(),
  noughts: new Map([
    ["hundred", 2],
    ["thousand", 3],
  ]),
  corrections: new Set(["no", "sorry"]),
  restarts: ["start(?:ing)? (?:again|over)", "from the (?:start|beginning|top)"],
  beginnings: ["number(?:'s| is| would be)", "hang on", "wait", "people"],
  doubts: ["(?:not|don't) (?:on|call|the|use)", "without the (?:first|last|leading)"],
  or: ["or"],
  remarks: ["that's", "so that's"],
  asides: new Set(
    (
      "then and the again so now yes okay um uh hm well dash hyphen minus space slash dot point comma pause bracket extension number " +
      "is that's at end finally once plus ext"
    ).split(" "),
  ),
  compound: () => null,
  timeBefore: new Set(["after", "before", "until", "till"]),
  timeAfter: new Set(["o'clock", "pm"]),
  timeBetween: new Set(["and", "or"]),
  countries: { AT: "austrian?", CH: "swiss|switzerland", DE: "german(?:y)?" },
};
