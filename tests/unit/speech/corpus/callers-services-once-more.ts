import type { Offered, SaidService } from "./services";

/** Wishes in other trades, labelled before any was heard and heard after the set before was mended. */
export const vet: Offered[] = [
  { name: "Impfung", synonyms: ["Impfen", "Spritze"] },
  { name: "Kastration" },
  { name: "Zahnsteinentfernung", synonyms: ["Zahnstein"] },
  { name: "Krallen schneiden", synonyms: ["Krallenpflege"] },
  { name: "Wurmkur", synonyms: ["Entwurmung"] },
  { name: "Röntgen" },
  { name: "Gesundheitscheck", synonyms: ["Check", "Vorsorge"] },
  { name: "Welpenpaket", segments: ["Gesundheitscheck", "Impfung", "Wurmkur"] },
];

export const wishedAtTheVet: SaidService[] = [
  ["der hund muss geimpft werden", "Impfung"],
  ["impfen und gleich die krallen", "Impfung + Krallen schneiden"],
  ["katze kastrieren lassen", "Kastration"],
  ["mein kater soll kastriert werden", "Kastration"],
  ["gesundheitscheck impfung wurmkur", "Welpenpaket"],
  ["welpen paket", "Welpenpaket"],
  ["zahnstein weg machen", "Zahnsteinentfernung"],
  ["röntgen aber keine spritze", "Röntgen"],
  ["er frisst nicht mehr", "?"],
  ["fell scheren", "?"],
  ["statt der impfung lieber nur den check", "Gesundheitscheck"],
  ["die wurmkur haben wir schon, nur impfen", "Impfung"],
  ["krallenschneiden", "Krallen schneiden"],
];

export const drivingSchool: Offered[] = [
  { name: "Fahrstunde", synonyms: ["Übungsfahrt"] },
  { name: "Autobahnfahrt" },
  { name: "Nachtfahrt", synonyms: ["Beleuchtungsfahrt"] },
  { name: "Theorieunterricht", synonyms: ["Theorie"] },
  { name: "Praktische Prüfung", synonyms: ["Prüfungsfahrt"] },
  { name: "Theorieprüfung" },
];

export const wishedAtTheDrivingSchool: SaidService[] = [
  ["ich möchte eine fahrstunde", "Fahrstunde"],
  ["auf die autobahn muss ich noch", "Autobahnfahrt"],
  ["theorie", "Theorieunterricht"],
  ["prüfung", "?"],
  ["eine nacht fahrt und eine autobahn fahrt", "Nachtfahrt + Autobahnfahrt"],
  ["keine fahrstunde sondern theorieunterricht", "Theorieunterricht"],
  ["die prüfungsfahrt bitte", "Praktische Prüfung"],
];

export const wishedInThePracticeOnceMore: SaidService[] = [
  ["pzr", "Professionelle Zahnreinigung"],
  ["mir ist ne plombe rausgefallen", "Füllung"],
  ["sechs mal krankengymnastik auf rezept", "Krankengymnastik"],
  ["lymphdrainage und manuelle therapie", "Lymphdrainage + Manuelle Therapie"],
  ["nur zur vorsorge keine zahnreinigung", "Kontrolluntersuchung"],
];

export const wishedInEnglishOnceMore: SaidService[] = [
  ["could you do my beard and hair, men's cut", "Beard trim + Men's haircut"],
  ["dyed and blow dried please", "Hair colouring + Blow-dry"],
  ["anything but a massage", "?"],
  ["a perm", "?"],
  ["instead of highlights just a colour", "Hair colouring"],
];
