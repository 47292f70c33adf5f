import { fold } from "./fold";

export type Emergency = "medical" | "gas" | "general";

interface EmergencyFound {
  kind: Emergency;
  /** The words that raised it, for the record. */
  heard: string;
}

const EMERGENCIES: [Emergency, RegExp][] = [
  [
    "medical",
    /\b(?:brustschmerz\w*|schmerzen in der brust|brust tut (?:so )?weh|druck auf der brust|chest pains?|pain in (?:my|the|his|her) chest)\b/,
  ],
  ["medical", /\b(?:herzinfarkt|herzanfall|schlaganfall|heart attack|stroke)\b/],
  [
    "medical",
    /\b(?:atemnot|bekommt? keine luft|krieg\w* keine luft|kann nicht (?:mehr )?atmen|can(?:'|no)t breathe|not breathing|atmet nicht(?: mehr)?)\b/,
  ],
  ["medical", /\b(?:bewusstlos\w*|ohnmaechtig|nicht ansprechbar|reagiert nicht mehr|unconscious|passed out)\b/],
  [
    "medical",
    /\b(?:blutet (?:sehr |so )?stark|starke blutung\w*|verblutet?|bleeding (?:heavily|badly)|severe bleeding)\b/,
  ],
  [
    "medical",
    /\b(?:vergiftet|vergiftung|ueberdosis|overdose|poisoned|suizid\w*|umbringen|das leben nehmen|kill myself|suicide)\b/,
  ],
  [
    "gas",
    /\b(?:gasgeruch|gasleck|gasaustritt|riecht (?:hier |es |stark |so |nach )*gas|gas riecht|gas leak|smells? (?:of|like) gas|smell gas|gas stroemt aus)\b/,
  ],
  [
    "general",
    /\b(?:notfall|notarzt|rettungswagen|krankenwagen|lebensgefahr|die 112|112 (?:an)?rufen|emergency|ambulance|es brennt|feuer ausgebrochen|on fire)\b/,
  ],
];

/** "Kein Notfall" and "falls es ein Notfall wird" are none. */
const NEGATED = /\b(?:kein(?:e|en)?|nicht|no|not an?|isn't an?|kein akuter|im|fuer den|falls|wenn ein) (?:\w+ )?$/;

/** "Hatte 2019 einen Herzinfarkt", "Reha nach Schlaganfall": over, and said for whoever treats them. */
const LONG_AGO =
  /\b(?:(?:19|20)\d\d|(?:vor|seit) (?:\w+ )?(?:jahren?|monaten?|wochen)|letztes jahr|damals|frueher|reha\w*|nachsorge|vorgeschichte|years? ago|months? ago|weeks? ago|last year|in the past|history of|rehab\w*)\b/;
const RIGHT_NOW = /\b(?:jetzt|gerade|eben|soeben|akut\w*|wieder|now|right now|just|again)\b/;

/** What must be answered with 112 and a person, never with an appointment. When in doubt it is one. */
export function detectEmergency(text: string): EmergencyFound | null {
  const spoken = fold(text);
  for (const [kind, pattern] of EMERGENCIES) {
    const match = pattern.exec(spoken);
    if (!match) continue;
    const isMentioned = kind === "general" && NEGATED.test(spoken.slice(0, match.index));
    if (/infarkt|anfall|attack|stroke/.test(match[0]) && LONG_AGO.test(spoken) && !RIGHT_NOW.test(spoken)) continue;
    if (!isMentioned) return { kind, heard: match[0] };
  }
  return null;
}

const HUMAN =
  /\b(?:mensch(?:en)?|mitarbeiter(?:in|n)?|echte(?:n|r)? person|richtige(?:n|r|m)? (?:person|menschen?)|jemand(?:en|em)? (?:echte[ns]|richtige[ns]|vom team|von ihnen sprechen)|persoenlich (?:mit jemand\w* )?(?:sprechen|reden)|kolleg(?:e|en|in)|chef(?:in)?|sachbearbeiter(?:in)?|berater(?:in)?|(?:mit|zu) (?:jemand(?:em)?|einer person) (?:sprechen|reden|verbinden|verbunden)|durchstellen|weiterleiten|verbinden sie mich|zentrale|rezeption|empfang|human|real person|a person|someone real|representative|operator|receptionist|speak (?:to|with) (?:someone|somebody|a)|talk to (?:someone|somebody|a)|agent)\b/;
const TALK =
  /\b(?:sprechen|reden|verbinden|verbunden|durchstellen|geben|haben|will|moechte|wollen|bitte|kann ich|speak|talk|transfer|connect|want|need|get me)\b/;
const SPEAK = /\b(?:sprechen|reden|verbinden|verbunden|durchstellen|speak|talk|transfer|connect)\b/;
const REFUSES_ROBOT =
  /\b(?:(?:kein(?:e|en)?|nicht mit) (?:(?:einem|einer|dem|der) )?(?:roboter|maschine|computer|ki|automat(?:en)?|bot)|no (?:robot|machine|bot)s?|not (?:a|to a) (?:robot|machine))\b/;
const ALONE = /^(?:ein(?:en)? )?(?:mensch(?:en)?|mitarbeiter(?:in)?|person|human|operator|agent|0|null)[.!?]*$/;

/** "Egal bei welchem Mitarbeiter", "welche Mitarbeiter haben Sie": of them, not to them. */
const ABOUT_STAFF =
  /\b(?:bei|beim|egal|irgend\w*|jede[rmn]?|welche[rmn]?|beliebig\w*|gleiche[rmn]?|selbe[rmn]?|andere[rmn]?|ihre[rmn]?|wie viele|any|which|your|same|other)(?: (?:welche[rmn]?|eine[rmn]?|der|dem|den|anderen)){0,2} (?:mitarbeiter\w*|kolleg\w*|chef\w*|berater\w*|mensch\w*|operators?|agents?)\b/g;

/** Whether the caller wants a person: one word is enough. */
export function asksForHuman(text: string): boolean {
  const spoken = fold(text).trim().replace(ABOUT_STAFF, " ");
  if (ALONE.test(spoken) || REFUSES_ROBOT.test(spoken)) return true;
  return HUMAN.test(spoken) && TALK.test(spoken);
}

/** The same where a name or a note is expected: there the word alone may be one ("Anna Mensch", "Kollegin kommt mit"). */
export function asksToSpeakWithHuman(text: string): boolean {
  const spoken = fold(text).trim();
  return REFUSES_ROBOT.test(spoken) || (HUMAN.test(spoken) && SPEAK.test(spoken));
}
