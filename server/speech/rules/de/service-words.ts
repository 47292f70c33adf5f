import type { ServiceWords } from "../contact-language";

const NOISE =
  "ich mir mich moechte moechten wuerde wuerd haette gern gerne bitte einen eine ein einem einer der die das den dem des mein meine meinen meiner " +
  "termin termine fuer zum zur zu und oder mit ohne auch noch mal einmal lassen machen brauche braucht braeuchte wollte will haben hallo guten tag " +
  "gleich halt eben doch jetzt wieder nochmal dringend unbedingt muss muesste soll sollte kann koennte koennen sie wir " +
  "am um bei beim von vom im in an auf so etwas was ja nein";

export const germanServices: ServiceWords = {
  noise: new Set(NOISE.split(" ")),
  refusals: ["ohne", "kein(?:e[nmrs]?)?", "nicht", "weder", "(?:an)?statt", "außer"],
  refusedBefore: [
    "nicht(?: nötig| dabei| mehr)?",
    "nein",
    "(?:hab(?:e|en)?|hatten?) (?:wir|ich) (?:schon|bereits)(?: gemacht| gehabt| erledigt| hinter uns)?",
    "hatten? (?:ich|wir)(?: erst| gerade)? (?:letzten?|vorigen?|gestern|neulich|kürzlich)(?: \\p{L}+)?",
    "(?:ist|sind|war|waren|wurde) (?:schon|bereits) (?:gemacht|erledigt)",
  ],
  notRefused: [
    "nur",
    "zeit",
    "ahnung",
    "problem",
    "termin",
    "eile",
    "mehr",
    "weiß",
    "ob",
    "wie",
    "welche[rsn]?",
    "sicher",
    "am",
    "um",
    "vor",
    "zu",
    "so",
  ],
  contrasts: ["sondern", "aber", "nur", "dafür", "stattdessen", "lieber"],
  additions: ["mit", "dann", "dazu", "plus"],
  refusingPhrases: ["anstelle (?:von|de[rs])"],
  agreed: ["ja"],
  takenBack: [
    "nein warten?(?: sie)?",
    "nein moment",
    "ach nee",
    "quatsch",
    "(?:äh|ähm|sorry|entschuldigung) ich meine",
  ],
  dropped: [
    "(?:freundin|freund|frau|mann|mutter|vater|tochter|sohn|schwester|bruder|kollegin|kollege|nachbarin|nachbar) (?:hatte|hat|war|bekam)\\b.*?(?=\\bich (?:will|möchte|hätte|brauche?|bräuchte|nehme)\\b)",
    "(?:eigentlich|ursprünglich|erst)\\b.*?\\baber\\b(?=.*\\b(?:lieber|doch|stattdessen)\\b)",
  ],
  symptoms: [
    "quietsch(?:en|t)",
    "klapper[nt]",
    "(?:tut|tun) (?:mir |so )?weh",
    "tropf(?:en|t)",
    "leckt",
    "leuchte[nt]",
    "wackel[nt]",
    "juckt",
    "schmerz(?:en|t)",
    "kaputt",
  ],
  endings: ["ungen", "ung", "ern", "eln", "el", "en", "er", "es", "em", "e", "n", "s"],
  shifts: [
    [/^(?:ge)?schni(?:tt|t)(?:en)?$/, "schneid"],
    [/schnitt$/, "schneid"],
    [/^(?:ge)?foen/, "foehn"],
    [/^gefaerb/, "faerb"],
    [/^farb/, "faerb"],
    [/^gewasch/, "wasch"],
    [/^waesch/, "wasch"],
    [/([a-z]{4})(?:ation|ieren|iert)$/, "$1ier"],
    [/^ge([a-z]{4,})(?<!ch)t$/, "$1"],
    [/^oel$/, "oelwechsel"],
    [/^(?:maenner|mann(?=haar|schneid|$))/, "herren"],
    [/^frauen/, "damen"],
    [/^(?:jungen|jungs|maedchen)/, "kinder"],
  ],
};
