import type { EmailWords } from "../contact-language";

export const englishEmails: EmailWords = {
  symbols: { ".": "dot", "@": "at", "-": "dash hyphen", _: "underscore underline", "+": "plus" },
  weakAt: new Set(),
  leads: [
    "(?:e-?)?mail(?:[\\s-]?address)?",
    "is",
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
  corrections: ["no", "wait", "actually"],
  placeholders: ["firstname", "lastname", "surname"],
  noise: new Set("all lowercase thanks please um uh".split(" ")),
};
