import type { NameWords } from "../contact-language";

const RELATIONS =
  "wife|husband|son|daughter|mother|mum|mom|father|dad|friend|sister|brother|boss|colleague|partner|child|baby|grandmother|grandfather|neighbour|neighbor";

const POLITE = "yes no please thanks thank hi hello hey there well so okay ok good morning afternoon evening my";
const SENTENCE =
  "right correct same important exactly told the under prefer better will could i i'd i'll i've you it that what who why how when where is are was not don't do does know need needs want rather say sorry can't can could would " +
  "to appointment anonymous today tomorrow at have none of your business already me";

const GIVEN =
  "amanda amy andrew anthony ashley brian charlotte christopher daniel david deborah edward elizabeth emily emma george helen " +
  "jack james jane jennifer jessica john joseph karen kevin laura linda lisa margaret mark mary matthew megan michael nancy oliver " +
  "olivia patricia peter rachel rebecca richard robert ryan sarah sophie stephanie steven susan thomas victoria william";

export const englishNames: NameWords = {
  leads: [
    "my (?:full )?name(?: is|'s)",
    "i am",
    "i'm",
    "this is",
    "you(?:'re| are) (?:speaking|talking) (?:to|with)",
    "the name(?: is|'s)(?: under)?",
    "(?:under|in) the name(?: of)?",
    "(?:it's|it is) (?:under|for(?! my))",
    "(?:put|book|make|place) (?:it|that|me|us)(?: down)?(?: under| for| in| as)?",
    `for my (?:${RELATIONS})\\b`,
    `my (?:${RELATIONS})(?:'s)? name(?: is|'s)`,
    "(?:s|is|be|it|me|us) under",
    "it's",
    "it is",
  ],
  introductions: ["my name is", "i am called", "this is", "under the name(?: of)?", "i'm(?= (?:mr|mrs|ms)\\b)"],
  ownName: ["my name(?: is|'s)", "i am called"],
  goesOn: "and but i we would need on at for".split(" "),
  fillers: ["hi|hello|hey|yes|well|there|that's|that is|under|for(?! my)"],
  tails: [
    "speaking",
    "calling",
    "from",
    "senior|junior",
    "here",
    "not(?= \\p{L}+$)",
    "spelled",
    "and i(?:'d|'m)?",
    "i(?:'d| would) like",
    "as in",
  ],
  firstNameLabels: ["(?:my |the )?first name(?: is|'s)?", "(?:my |the )?given name(?: is|'s)?"],
  lastNameLabels: [
    "(?:my |the )?last name(?: is|'s)?",
    "(?:my |the )?surname(?: is|'s)?",
    "(?:my |the )?family name(?: is|'s)?",
  ],
  spelledWith: ["with"],
  spelledWithout: ["without"],
  besideLetters: "at on the middle beginning start letter please".split(" "),
  insteadOf: [],
  corrections: ["no sorry", "no wait", "sorry no", "i mean"],
  stories: ["i (?:am|was|have|had|need|want|wanted|would|called|call)\\b", "(?:i'm|i'd|i've)(?=\\s)"],
  others: ["(?:dog|cat|horse|pet|puppy)(?:'s name(?: is|'s)?| is called|'s called)"],
  asides: ["(?:it's )?double[- ]barrelled"],
  salutations: { mrs: "Frau", missus: "Frau", ms: "Frau", miss: "Frau", mr: "Herr", mister: "Herr" },
  titles: { doctor: "Dr." },
  callings: new Set("father reverend captain judge".split(" ")),
  givenNames: new Set(GIVEN.split(" ")),
  polite: new Set(POLITE.split(" ")),
  sentence: new Set(SENTENCE.split(" ")),
};
