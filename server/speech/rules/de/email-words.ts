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
  weakAt: new Set(["bei"]),
  leads: [
    "(?:e-?)?mail(?:[\\s-]?add?resse?)?",
    "(?:ist|lautet|waere)(?: die| der)?",
    "unter",
    "an",
    "(?:ich )?buchstabiere",
  ],
  asides: [
    "die zahl",
    "die ziffer",
    "(?:alles )?in einem wort",
    "ohne leerzeichen",
    "alles klein(?: ?geschrieben)?",
    "(?:alles )?(?:klein|gross) ?geschrieben",
  ],
  corrections: ["nein", "nee", "quatsch", "falsch", "entschuldigung", "sorry"],
  placeholders: ["vorname", "nachname"],
  noise: new Set(NOISE.split(" ")),
};
