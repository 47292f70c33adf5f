import type { EmailWords } from "../contact-language";

const NOISE =
  "also aeh aehm alles klein kleingeschrieben zusammen geschrieben und dann ja bitte zusammengeschrieben danke vielen dank genau moment gerne";

const TALK =
  "aeh aehm oeh hm hmm ja jo na nun tja naja okay ok gut schoen klar also so dann jetzt mal sofort bitte gern gerne natuerlich sicher " +
  "ich wir sie es das mir ihnen wie war ist waere lautet heisst geht habe hab haette fast vergessen noch gleich ach nach schau schaue guck " +
  "gucke suche ueberlege ueberleg halt eben einfach nochmal hallo genau richtig doch moment sekunde augenblick kurz nehmen nehm nimm " +
  "notieren notier schreiben schreib sag sage sagen koennen kann auf buchstabieren buchstabiere privat dienstlich beruflich nein nee ne da hier wiederhole aufgepasst kommts kommt muss kurz schauen ueberlegen gucken nachschauen geb gebe waer waers auch ganz einfach simpel leicht buchstabier heisse";

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
  corrections: [
    "nein",
    "nee",
    "ach nee?",
    "ach nein",
    "noe",
    "quatsch",
    "falsch",
    "entschuldigung",
    "sorry",
    "vielmehr",
    "ich meine",
    "besser gesagt",
  ],
  pauses: [
    "aeh",
    "aehm",
    "oeh",
    "hm",
    "ach",
    "moment",
    "moment mal",
    "doch",
    "halt",
    "stopp",
    "warten sie",
    "warte",
    "also",
    "doch lieber",
  ],
  insteadOf: ["sondern"],
  refusals: ["nicht(?! vergessen)", "kein(?:e[nr]?)?"],
  impossible: "fragezeichen ausrufezeichen leerzeichen sternchen raute hashtag schraegstrich komma doppelpunkt".split(
    " ",
  ),
  talk: [
    ...TALK.split(" "),
    "(?:einen |eine |ein )?(?:kleinen )?(?:moment|augenblick|sekunde)(?: mal)?",
    "und zwar(?! (?:mit|ohne))",
    "(?:noch ?mal )?von vorne?",
    "am besten(?: an)?",
    "(?:passen sie|pass) auf",
    "(?:hoeren|schauen|gucken) sie(?: mal)?",
    "nur(?= (?:die|das)\\s)",
    "warten? sie(?: mal| kurz)*",
    "die (?:schreibt|nennt|heisst)(?: sich)?",
    "schreiben sie(?: bitte| mal)* mit",
    "und(?= (?:das|die|es) (?:ist|lautet|waere))",
  ],
  articles: ["die", "der", "das"],
  sentence:
    "ich sie wir mir ihnen ist war waere lautet habe hab haette hatte nehmen notieren schreiben schreibt warten mein meine meinem meiner unsere unserem nicht hat hatten sagt muss bin bist wenn was fuer zum kommt private auch schon mehr weil dass ob denn aber ganz sehr heute gestern immer man waer waers muesste sollte koennte wuerde glaube glaub geht heisse".split(
      " ",
    ),
  polite: [
    "danke",
    "vielen",
    "dank",
    "bitte",
    "gerne?",
    "ja",
    "genau",
    "das",
    "ist",
    "war'?s",
    "alles",
    "mehr nicht",
    "schoen",
    "so",
    "ok(?:ay)?",
  ],
  former: ["alten?", "fruehere?", "frueher", "bisherige?", "nicht mehr", "damals", "vorher"],
  current: ["neuen?", "jetzt", "inzwischen", "mittlerweile", "nun", "aktuelle"],
  placeholders: ["vorname", "nachname"],
  noise: new Set(NOISE.split(" ")),
};
