export type Salutation = "Frau" | "Herr";

/** How a language says digits, one by one and in groups. Letters are folded, see `fold`. */
export interface DigitWords {
  /** Words that are a number by themselves. */
  numbers: ReadonlyMap<string, number>;
  /** "Dritter", "third". */
  ordinals: ReadonlyMap<string, number>;
  /** Of the numbers, the ones that a unit may follow: "forty" in "forty nine". */
  openTens: ReadonlySet<string>;
  /** Stands between a unit and its tens where recognisers take them apart: "zwei und zwanzig". */
  between: ReadonlySet<string>;
  /** "Doppel", "triple": what follows is said once for so many. */
  repeats: ReadonlyMap<string, number>;
  /** "Zwei vieren", "two fours": a digit as often as the number before says. */
  severals: ReadonlyMap<string, number>;
  /** Between a number and the digit that is meant so often: "drei mal die fünf". */
  times: ReadonlySet<string>;
  /** In front of a digit: "noch eine fünf". */
  articles: ReadonlySet<string>;
  /** "Thousand": so many noughts behind what came before. */
  noughts: ReadonlyMap<string, number>;
  /** "Nein", "quatsch": of what was said before them some was wrong; and with these all of it. */
  corrections: ReadonlySet<string>;
  restarts: readonly string[];
  /** Behind these a number begins, whatever digits stood before. */
  beginnings: readonly string[];
  /** Say that a number is not the one that is wanted, or not as it was said. */
  doubts: readonly string[];
  or: readonly string[];
  /** Behind such a word a number is only talked about: "also zweimal die drei". Sources of regular expressions. */
  remarks: readonly string[];
  /** Said between two digits without being one: "dann", "Durchwahl". */
  asides: ReadonlySet<string>;
  /** A long word that is one number: "hundertsechsundsiebzig". */
  compound(word: string): number | null;
  /** Around these a number is a time of day and no part of a telephone number: "ab 18 Uhr". */
  timeBefore: ReadonlySet<string>;
  timeAfter: ReadonlySet<string>;
  /** Between two of one time: "zwischen acht und zehn". */
  timeBetween: ReadonlySet<string>;
  /** Whose number it is said to be, by the country's code. Sources of regular expressions. */
  countries: Readonly<Record<string, string>>;
}

/** How a language spells. */
export interface SpellingWords {
  /** For each letter the words that stand for it in the alphabets that are in use. */
  alphabets: Readonly<Record<string, string>>;
  /** The letters' own names as recognisers write them down. */
  letterNames: ReadonlyMap<string, string>;
  /** What joins a letter with its word: "M wie Martha", "M as in mother". */
  like: readonly string[];
  doubled: ReadonlySet<string>;
}

/** How a language introduces a name. Sources of regular expressions, for words as they are written. */
export interface NameWords {
  /** What a name follows: "mein Name ist". */
  leads: readonly string[];
  /** Of those, what introduces a name in the middle of a longer sentence too. */
  introductions: readonly string[];
  /** Of those, what nobody says of anything but their name. */
  ownName: readonly string[];
  /** Where such a sentence goes on. */
  goesOn: readonly string[];
  /** What may stand in front of it, and after it. */
  fillers: readonly string[];
  tails: readonly string[];
  firstNameLabels: readonly string[];
  lastNameLabels: readonly string[];
  /** How the letters of a heard name are told: "mit dt", "ohne e", "mit einem o am Ende". */
  spelledWith: readonly string[];
  spelledWithout: readonly string[];
  besideLetters: readonly string[];
  /** "Nicht Maier, sondern Bayer": what was heard, and the name is another. */
  insteadOf: readonly string[];
  /** "Ballmann, nein, Bahlmann": what was said before them was wrong. */
  corrections: readonly string[];
  /** With whose beginning something else is told: "Kühn, ich war schon bei Ihnen". */
  stories: readonly string[];
  /** Frequent ones: "Müller, Sabine" says the last name first. */
  givenNames: ReadonlySet<string>;
  /** Who is called so is another: "der Hund heißt Rocky". */
  others: readonly string[];
  /** Said of a name, and no part of it: "ein Doppelname". */
  asides: readonly string[];
  salutations: Readonly<Record<string, Salutation>>;
  titles: Readonly<Record<string, string>>;
  /** Said between a form of address and the name, and not written down: "Herr Pfarrer". */
  callings: ReadonlySet<string>;
  /** Said beside a name, and no part of it. */
  polite: ReadonlySet<string>;
  /** What has such a word is a sentence and no name. */
  sentence: ReadonlySet<string>;
}

/** How a language says an e-mail address. */
export interface EmailWords {
  symbols: Readonly<Record<"." | "@" | "-" | "_" | "+", string>>;
  /** Stands for the sign only where nothing else does: "max bei gmail punkt com". */
  weakAt: ReadonlySet<string>;
  leads: readonly string[];
  /** Said about an address, and no part of it. */
  asides: readonly string[];
  /** "Vorname", "last name": stand for what is not said. */
  placeholders: readonly string[];
  /** What stands before these was wrong. */
  corrections: readonly string[];
  /** "Moment", "doch": takes something back where another ending or domain follows, and nothing anywhere else. */
  pauses: readonly string[];
  /** What stands before these is not wanted. */
  insteadOf: readonly string[];
  /** Which address is not wanted: "nicht an …". */
  refusals: readonly string[];
  /** Signs that no address has. */
  impossible: readonly string[];
  /** Said before an address begins; each of them may also be a part of one. */
  talk: readonly string[];
  articles: readonly string[];
  /** Words of a sentence and of no address: among others it is open where the address begins. */
  sentence: readonly string[];
  /** Said behind an address. */
  polite: readonly string[];
  /** Tell of two addresses which one is over, and which one isn't. */
  former: readonly string[];
  current: readonly string[];
  noise: ReadonlySet<string>;
}

/** How a language names what is offered. Folded, as everything that is compared. */
export interface ServiceWords {
  /** Words that carry nothing of a wish. */
  noise: ReadonlySet<string>;
  /** In front of what is not wanted ("ohne", "keine"), and behind it ("brauche ich nicht"). Sources of regular expressions. */
  refusals: readonly string[];
  refusedBefore: readonly string[];
  /** Behind such a word nothing is refused: "nicht nur", "keine Zeit". */
  notRefused: readonly string[];
  /** Here what is wanted begins again. */
  contrasts: readonly string[];
  additions: readonly string[];
  /** Several words for one of the refusals: "anything but". */
  refusingPhrases: readonly string[];
  /** Between what is wanted and what is not: "Färben ja, Föhnen nein". */
  agreed: readonly string[];
  /** "Eigentlich wollte ich Strähnen, aber jetzt doch lieber eine Tönung": what stands before is over. */
  dropped: readonly string[];
  /** Between two services: the first one was said by mistake. */
  takenBack: readonly string[];
  /** What is wrong, and not what is to be done about it: "die Bremsen quietschen". */
  symptoms: readonly string[];
  /** What is cut off a word to find its stem, the longest first. */
  endings: readonly string[];
  /** Forms that no ending explains: "geschnitten", "Schnitt". */
  shifts: readonly (readonly [RegExp, string])[];
}

export type Emergency = "medical" | "gas" | "general";

/** What must be heard before anything else. Sources of regular expressions for folded words. */
export interface GuardWords {
  emergencies: readonly (readonly [Emergency, readonly string[]])[];
  /** In front of a word like "emergency": there is none. */
  negations: readonly string[];
  /** Over for long, or going on this moment. */
  longAgo: readonly string[];
  rightNow: readonly string[];
  /** What may be long ago: a stroke, which smoke in the room can't be. */
  lasting: readonly string[];
  /** A person, what is wanted of one, and the verbs that leave no doubt. */
  human: readonly string[];
  talk: readonly string[];
  speak: readonly string[];
  refusesRobot: readonly string[];
  /** Enough when nothing else is said. */
  alone: readonly string[];
  /** "Any operator", "your agents": of people, and not to one. */
  aboutStaff: readonly string[];
}

/** What somebody may want to know of a business. */
export type Topic = "hours" | "parking" | "address" | "phone" | "price" | "services" | "staff";

/** For each topic what tells it. Sources of regular expressions for folded words. */
export type TopicWords = Readonly<Record<Topic, readonly string[]>>;

/**
 * What a language brings so that names, numbers and addresses are understood. Callers mix their languages, so those of all
 * languages are listened to at once.
 */
export interface ContactWords {
  digits: DigitWords;
  spelling: SpellingWords;
  names: NameWords;
  email: EmailWords;
  services: ServiceWords;
  guards: GuardWords;
  topics: TopicWords;
  /** The names of the months, folded, and which they are. */
  months: ReadonlyMap<string, number>;
  questions: { email: string; phoneMissing: string; phoneWrong: string };
  /** Frequent words that none of the other languages has. */
  telling: ReadonlySet<string>;
  /** What only this language writes, whatever else was said. */
  unmistakable?: RegExp;
}
