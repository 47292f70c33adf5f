import type { ServiceWords } from "../contact-language";

const NOISE =
  "i a an the to for and my could you can do have has had we our me also need needs want would like get please appointment book with of some";

export const englishServices: ServiceWords = {
  noise: new Set(NOISE.split(" ")),
  refusals: ["without", "no", "not", "don't"],
  refusedBefore: ["not(?: needed| necessary)?", "already(?: had| done)?(?: it| that)?"],
  notRefused: [
    "if",
    "whether",
    "which",
    "only",
    "just",
    "idea",
    "time",
    "problem",
    "rush",
    "sure",
    "on",
    "at",
    "before",
    "too",
    "so",
    "thanks",
  ],
  contrasts: ["but", "just", "only", "instead", "rather"],
  additions: ["with", "then", "plus"],
  refusingPhrases: ["anything but", "instead of", "rather than"],
  agreed: ["yes"],
  takenBack: ["no[\\s,]+(?:wait|sorry)", "(?:sorry[\\s,]+)?i mean", "scratch that"],
  dropped: [
    "(?:friend|wife|husband|mother|mum|mom|sister|brother|colleague|neighbou?r) (?:had|has|got)\\b.*?(?=\\bi(?:'d)? (?:want|need|like|would|just)\\b)",
    "(?:actually|originally)\\b.*?\\bbut\\b(?=.*\\b(?:rather|instead|now)\\b)",
  ],
  symptoms: ["squeak(?:s|ing|y)?", "leak(?:s|ing)", "hurt(?:s|ing)?", "broken", "rattl(?:es|ing)"],
  endings: ["ing"],
  shifts: [
    [/^dye(?:d|ing)$/, "dye"],
    [/^cuts?$/, "haircut"],
    [/^(?:lady|ladies|woman|female)$/, "women"],
    [/^(?:gents?|gentlem[ae]n|man|male|husband)$/, "men"],
    [/^shave[dn]?$/, "shave"],
  ],
};
