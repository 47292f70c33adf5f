import type { GuardWords } from "../contact-language";

export const germanGuards: GuardWords = {
  emergencies: [
    ["medical", ["brustschmerz\\w*", "schmerzen in der brust", "brust tut (?:so )?weh", "druck auf der brust"]],
    ["medical", ["herzinfarkt", "herzanfall", "schlaganfall"]],
    [
      "medical",
      ["atemnot", "bekommt? keine luft", "krieg\\w* keine luft", "kann nicht (?:mehr )?atmen", "atmet nicht(?: mehr)?"],
    ],
    ["medical", ["bewusstlos\\w*", "ohnmaechtig", "nicht ansprechbar", "reagiert nicht mehr"]],
    ["medical", ["blutet (?:sehr |so )?stark", "starke blutung\\w*", "verblutet?"]],
    ["medical", ["vergiftet", "vergiftung", "ueberdosis", "suizid\\w*", "umbringen", "das leben nehmen"]],
    [
      "gas",
      [
        "gasgeruch",
        "gasleck",
        "gasaustritt",
        "riecht (?:hier |es |stark |so |nach )*gas",
        "gas riecht",
        "gas stroemt aus",
      ],
    ],
    [
      "general",
      [
        "notfall",
        "notarzt",
        "rettungswagen",
        "krankenwagen",
        "lebensgefahr",
        "die 112",
        "112 (?:an)?rufen",
        "es brennt",
        "feuer ausgebrochen",
      ],
    ],
  ],
  negations: ["kein(?:e|en)?", "nicht", "kein akuter", "im", "fuer den", "falls", "wenn ein"],
  longAgo: [
    "(?:19|20)\\d\\d",
    "(?:vor|seit) (?:\\w+ )?(?:jahren?|monaten?|wochen)",
    ..."letztes jahr|damals|frueher|reha\\w*|nachsorge|vorgeschichte".split("|"),
  ],
  rightNow: ["jetzt", "gerade", "eben", "soeben", "akut\\w*", "wieder"],
  lasting: ["infarkt", "anfall"],
  human: [
    "mensch(?:en)?",
    "mitarbeiter(?:in|n)?",
    "echte(?:n|r)? person",
    "richtige(?:n|r|m)? (?:person|menschen?)",
    "jemand(?:en|em)? (?:echte[ns]|richtige[ns]|vom team|von ihnen sprechen)",
    "persoenlich (?:mit jemand\\w* )?(?:sprechen|reden)",
    ..."kolleg(?:e|en|in)|chef(?:in)?|sachbearbeiter(?:in)?|berater(?:in)?".split("|"),
    "(?:mit|zu) (?:jemand(?:em)?|einer person) (?:sprechen|reden|verbinden|verbunden)",
    ..."durchstellen|weiterleiten|verbinden sie mich|zentrale|rezeption|empfang".split("|"),
  ],
  talk: "sprechen|reden|verbinden|verbunden|durchstellen|geben|haben|will|moechte|wollen|bitte|kann ich".split("|"),
  speak: "sprechen|reden|verbinden|verbunden|durchstellen".split("|"),
  refusesRobot: [
    "(?:kein(?:e|en)?|nicht mit) (?:(?:einem|einer|dem|der) )?(?:roboter|maschine|computer|ki|automat(?:en)?|bot)",
  ],
  alone: ["(?:ein(?:en)? )?(?:mensch(?:en)?|mitarbeiter(?:in)?|person|null)"],
  aboutStaff: [
    "(?:bei|beim|egal|irgend\\w*|jede[rmn]?|welche[rmn]?|beliebig\\w*|gleiche[rmn]?|selbe[rmn]?|andere[rmn]?|ihre[rmn]?|wie viele)(?: (?:welche[rmn]?|eine[rmn]?|der|dem|den|anderen)){0,2} (?:mitarbeiter\\w*|kolleg\\w*|chef\\w*|berater\\w*|mensch\\w*)",
  ],
};
