import type { NameWords } from "../contact-language";

const RELATIONS =
  "tochter|sohn|mann|frau|mutter|vater|kind|freundin|freund|oma|opa|schwester|bruder|chef|chefin|kollege|kollegin|kollegen|enkel|enkelin|" +
  "tante|onkel|nachbarin|nachbarn|partner|partnerin|schwiegermutter|schwiegervater|eltern|baby|lebensgefährten|lebensgefährtin";
const MINE = "(?:meine|meinen|mein|unsere|unseren|unser)";

const MY_RELATION = `${MINE}(?: (?:klein|groß|ältest|jüngst|ältere|jüngere)(?:e[nr]?|[nr])?)? (?:${RELATIONS})\\b`;
const CALLINGS =
  "pfarrer pfarrerin pastor pastorin notar notarin direktor direktorin bürgermeister bürgermeisterin rechtsanwalt rechtsanwältin " +
  "architekt architektin oberarzt oberärztin ingenieur ingenieurin studienrat studienrätin kollege kollegin " +
  "steuerberater steuerberaterin apotheker apothekerin zahnarzt zahnärztin tierarzt tierärztin lehrer lehrerin trainer trainerin";

/** "Auf Winkelmann laufen": behind the name under which something is noted. */
const NOTED =
  "eintragen|laufen|stehen|finden|notieren|vermerken|aufschreiben|speichern|buchen|reservieren|eingetragen|notiert|vermerkt|gespeichert|gebucht|reserviert";

const POLITE =
  "ja nein bitte danke vielen dank gern gerne hallo einen schönen wunderschönen guten tag allerseits tach auch grüezi salü griaß morgen abend grüß gott servus moin mahlzeit tschüss okay ok genau also äh ähm hm moment mein mit name";
const SENTENCE =
  "ich wir sie du ihnen ihm euch mir mich uns das was wer wie wo wann warum wieso wozu weshalb ist sind war bin hab habe haben hat möchte möchten " +
  "wollte brauche brauchen braucht sage sagen sagt nicht nix nichts kein keine keinen doch egal anonym ahnung geht gehts um drei vier fünf heute termin termine " +
  "kann können muss soll sollte würde hätte wäre eben noch kennen kennt stehe steht " +
  "schon gewesen niemand besetzt nur es neue neuer reicht selbst namen meinen meinem meiner " +
  "vater mutter mama papa tochter sohn oma opa schwester bruder enkel enkelin tante onkel schwiegersohn schwiegertochter " +
  "schwiegermutter ehemann ehefrau sekretärin assistentin betreuer betreuerin " +
  "aus im in nach seit gerade denn nummer müsste könnte dürfte unter isch heiße heißt hieß laufen läuft bei beim " +
  "zwei personen leute früher ehemals geborene geborener damals muss nichts warten augenblick sekunde schreibt schreibe man buchstabiere wird";

const GIVEN =
  "alexander andrea andreas angelika anja anke anna anne antje barbara bernd birgit brigitte christa christian christina claudia " +
  "daniel daniela dieter dirk elena elisabeth elke emma erika eva florian frank gabriele gerda gerhard gisela hannah hans heike " +
  "heinz helga helmut horst inge ingrid jan jens jonas jörg julia jürgen karin katharina katja katrin klaus laura lena leon lisa " +
  "lukas manfred manuela maria marie mario marion markus martina matthias melanie mia michael monika nadine nicole nina olaf petra " +
  "rainer ralf regina renate sabine sabrina sandra sarah sebastian silke simone sofia sophie stefan stefanie susanne sven tanja " +
  "thomas thorsten tobias tim ulrike ursula ute uwe verena wolfgang yvonne " +
  "anton berta dora emil friedrich gustav heinrich ida karl konrad ludwig martha otto paula peter richard samuel theodor ulrich viktor wilhelm xaver";

export const germanNames: NameWords = {
  leads: [
    "richtig (?:ist|wäre|hei(?:ß|ss)t es)",
    "mein name (?:ist|lautet|wäre)",
    "mein name(?= \\p{L})",
    "ich hei(?:ß|ss)e",
    "hei(?:ß|ss)t",
    "und hei(?:ß|ss)e(?! ich)",
    "(?:jetzt|nun|inzwischen|mittlerweile) hei(?:ß|ss)e ich",
    "doppelname[n]?(?: ist| lautet)?(?= \\p{L})",
    `(?:auf|unter)(?= .*\\s(?:${NOTED})$)`,
    "(?:der |mein )?(?:nach|familien)?name (?:ist|lautet|wäre)",
    "(?:auf|unter) den namen?",
    "hier (?:is|ist|isch|spricht)(?: noch ?mal| wieder)?",
    "da (?:is|ist|isch|spricht)",
    "am (?:apparat|telefon) ist",
    "im (?:auftrag|namen) (?:von|der|des)",
    "ich bin (?:(?:eine?|die|der) )?(?:neue[rn]? )?(?:kund(?:e|in)|patient(?:in)?|mandant(?:in)?)\\b",
    "ich bin(?: der| die| da(?= \\p{L}))?",
    "das ist(?= (?:der|die|herr|frau|doktor|familie)\\b)",
    "wir sind(?= (?:die )?familie\\b)",
    "sie sprechen(?: hier)? mit",
    `(?:auf|über|unter) ${MY_RELATION}`,
    `(?:ich rufe an |das (?:ist|wäre) |der termin ist |termin )?für(?: ${MY_RELATION})?(?: die| den| das)?`,
    "(?:tragen|schreiben|notieren|nehmen|buchen|machen|sagen) (?:sie|se|wir)(?: (?:mal|bitte|einfach|es|das|da|mir|ihn|auf|unter|als))*",
  ],
  introductions: [
    "mein name ist",
    "ich hei(?:ß|ss)e",
    "der name ist",
    "auf den namen",
    "hier ist",
    "hier spricht",
    "ich bin (?:die|der)",
    "ich bin(?= (?:frau|herr)\\b)",
  ],
  ownName: ["mein name (?:ist|lautet|wäre)", "ich hei(?:ß|ss)e", "auf den namen"],
  goesOn: "und aber ich wir hätte haette möchte moechte brauche würde wuerde am um".split(" "),
  fillers: [
    "hallo|ja|also|äh|ähm|guten tag|guten morgen|guten abend|grüß gott|servus|moin|nee|nö|dann|entschuldigung|verzeihung|der|die|d|das|bitte|na|hier|familie|firma|jetzt|inzwischen|mittlerweile|den(?= (?:herrn|doktor)\\b)|auf(?! de[rmn]\\b)",
  ],
  tails: [
    "am apparat",
    "hier",
    "noch ?mal",
    "ein",
    "ist (?:mein|der) (?:nach|vor|familien)?name",
    "hei(?:ß|ss)e ich",
    "mein name",
    "und (?:ich|wir)",
    "ich (?:möchte|hätte|würde|wollte|brauche|bräuchte|rufe)",
    "guten (?:tag|morgen|abend)",
    "geschrieben",
    "an(?=$)",
    "ohne vornamen?",
    "geborene[nr]?",
    "(?:et)?was",
    "(?:einen? |den )?termin",
    `anmelden|vereinbaren|ausmachen|${NOTED}`,
    "aus",
    "(?:von |bei )?(?:der )?firma",
    "senior|junior",
    "nicht auf",
    "ganz (?:normal|einfach)",
    "wie (?:der|die|das)",
    "(?:ich )?buchstabier[et]",
  ],
  firstNameLabels: ["(?:mit |mein |der )?vornamen?(?: ist| lautet)?"],
  lastNameLabels: ["(?:mit |mein |der )?(?:nach|familien|zu)namen?(?: ist| lautet)?"],
  spelledWith: ["mit"],
  spelledWithout: ["ohne"],
  besideLetters:
    "am zum der mitte vorne vorn anfang weichem weiches hartem hartes langem geschrieben bitte danke".split(" "),
  insteadOf: ["sondern"],
  corrections: [
    "nein",
    "nee",
    "nö",
    "quatsch",
    "falsch",
    "vielmehr",
    "ich meine",
    "besser gesagt",
    "(?:entschuldigung|sorry) ich meine",
    "(?:entschuldigung|verzeihung|pardon|sorry)(?=[\\s,]+(?:frau|herr|doktor|nein|mein name)\\s)",
  ],
  stories: [
    "(?:ich|wir) (?:bin|war|hab|habe|hatte|möchte|wollte|will|brauche|bräuchte|hätte|würde|rufe|ruf|komme|kann|muss|müsste|heiße|heisse|sind|waren|haben|hatten|möchten|wollten|brauchen|bräuchten|rufen|kommen)\\b",
    "(?:jetzt|nun|inzwischen|mittlerweile) hei(?:ß|ss)e\\b",
    "und hei(?:ß|ss)e (?!ich)",
    "(?:also|nämlich) (?!mit|ohne|nur)",
    "doppelname (?=\\p{L})",
  ],
  others: ["(?:hund|hündin|katze|kater|pferd|stute|hamster|kaninchen|tier|welpe|vogel)(?: der| die)? hei(?:ß|ss)t"],
  asides: ["(?:mit )?zwei nachnamen?", "(?:ist )?(?:ein )?doppelname"],
  salutations: { frau: "Frau", fr: "Frau", herr: "Herr", herrn: "Herr", hr: "Herr" },
  titles: {
    doktor: "Dr.",
    doktorin: "Dr.",
    dr: "Dr.",
    prof: "Prof.",
    professor: "Prof.",
    professorin: "Prof.",
    mag: "Mag.",
    magister: "Mag.",
    magistra: "Mag.",
    "dipl-ing": "Dipl.-Ing.",
    "diplom-ingenieur": "Dipl.-Ing.",
    "diplom-ingenieurin": "Dipl.-Ing.",
    diplomingenieur: "Dipl.-Ing.",
    diplomingenieurin: "Dipl.-Ing.",
  },
  callings: new Set(CALLINGS.split(" ")),
  givenNames: new Set(GIVEN.split(" ")),
  polite: new Set(POLITE.split(" ")),
  sentence: new Set(SENTENCE.split(" ")),
};
