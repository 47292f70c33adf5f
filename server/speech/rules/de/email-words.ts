import type { EmailWords } from "../contact-language";

const NOISE =
  "also aeh aehm alles klein kleingeschrieben zusammen geschrieben und dann ja bitte zusammengeschrieben danke vielen dank genau moment gerne";

export const germanEmails: EmailWords = {
  symbols: {
    ".": "punkt",
    "@": "aet aett ett klammeraffe et affe affenschwanz aed aeht edd atzeichen at-zeichen kringel",
    "-": "minus bindestrich strich mittelstrich trennstrich minuszeichen",
    _: "unterstrich tiefstrich untenstrich",
    "+": "pluszeichen",
  },
  weakAt: new Set(["bei", "ad", "add"]),
  leads: [
    "(?:e-?)?mail(?:[\\s-]?add?resse?)?",
    "(?:ist|lautet|waere)(?: die| der)?",
    "unter",
    "(?<!with(?:out)? )an",
    "also (?:die|der|das)",
    "\\w*adresse(?: (?:von|fuer) (?:meine[rmn]?|unsere[rmn]?|der|dem|den|die) \\w+)?",
    "ganz einfach",
    "(?:ich )?buchstabiere",
  ],
  asides: [
    "die zahl",
    "wie (?:der|die|das) \\w+",
    "die ziffer",
    "(?:alles )?in einem wort",
    "ohne (?:leerzeichen|punkt|bindestrich|unterstrich|strich)(?: dazwischen)?",
    "(?:und )?(?:dann )?(?:unsere|meine|die|der) (?:eigene )?(?:web|home|internet)?-?(?:seite|page|site|domain)",
    "alles klein(?: ?geschrieben)?",
    "(?:alles )?(?:klein|gross) ?geschrieben",
  ],
  corrections: ["nein", "nee", "quatsch", "falsch", "entschuldigung", "sorry"],
  placeholders: ["vorname", "nachname"],
  noise: new Set(NOISE.split(" ")),
};
