import type { EmailWords } from "../contact-language";

const TALK =
  "sure okay ok so yeah yes yep well right um uh er hm hello hi oh that would be will it's that's its my email mail the address just please " +
  "now then actually alright fine of course no wait";

export const englishEmails: EmailWords = {
  symbols: { ".": "dot", "@": "at", "-": "dash hyphen", _: "underscore underline", "+": "plus" },
  weakAt: new Set(),
  leads: [
    "(?:e-?)?mail(?:[\\s-]?address)?",
    "is",
    "would be",
    "address's",
    "(?:it|that)(?:'s| is)",
    "spell(?:ed)?(?: it)?",
    "(?:send|write|mail) (?:it|that|me|us) to",
  ],
  asides: [
    "the number",
    "the digit",
    "(?:all )?(?:in |as )?one word",
    "no spaces?",
    "without (?:a |any )?(?:spaces?|dot|dash|hyphen|underscore)",
    "(?:and )?(?:then )?(?:our|my) (?:web ?site|web ?page|domain)",
    "all lower ?case",
  ],
  corrections: ["no", "wait", "actually", "no wait", "i mean", "scratch that", "rather"],
  pauses: ["um", "uh", "er", "hang on", "hold on", "oh", "well", "make that"],
  insteadOf: ["but rather"],
  refusals: ["not(?! sure)", "don't"],
  impossible: "slash comma space hashtag asterisk".split(" "),
  talk: [
    ...TALK.split(" "),
    "let me (?:think|see|check|look)",
    "(?:hang|hold) on(?: a (?:second|sec|minute|moment))?",
    "(?:just )?(?:a|one) (?:second|sec|minute|moment)",
    "(?:you|i) (?:can |could )?(?:use|take|write|have)",
    "(?:it|that) (?:would|should) be",
  ],
  articles: [],
  sentence: "you my would is was it's that's think let your use write".split(" "),
  polite: ["thanks", "thank you", "please", "that's", "it", "all", "yes", "right", "okay"],
  former: ["old(?: one)?", "used to", "previous", "former", "no longer"],
  current: ["new(?: one)?", "now", "current"],
  placeholders: ["firstname", "lastname", "surname"],
  noise: new Set("all lowercase thanks please um uh".split(" ")),
};
