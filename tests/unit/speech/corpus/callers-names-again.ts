import type { SaidName } from "./names";

/** Names once more, labelled before they were heard and after the causes of the first set were mended. */
export const spelledAgain: SaidName[] = [
  ["Ulrich Emil Cäsar Kaufmann Emil Richard", "Uecker"],
  ["Pfeiffer mit drei F, also P F E I Doppel-F E R", "Pfeiffer"],
  ["Schönfeld, Schule Ökonom Nordpol Friedrich Emil Ludwig Dora", "Schönfeld"],
  ["Tübingen Hamburg Ingelheim Essen Leipzig", "Thiel"],
  ["ich bin die Frau Nowak, N wie Nordpol, O, W wie Wilhelm, A, K", "Nowak", undefined, "Frau"],
  ["Berlin Rostock Aachen Unna Nürnberg, Braun mit einfachem N", "Braun"],
  ["Kilo Oscar Charlie Hotel", "Koch"],
  ["Zeh Ha Oh Pe En", "Chopn"],
  ["Wlodarczyk, W L O D A R C Z Y K", "Wlodarczyk"],
  ["Ebert, E wie Ente B wie Bär E R T", "Ebert"],
  ["Reiß, R E I scharfes S", "Reiß"],
  ["Lüders, L Ü D E R S", "Lüders"],
  ["Lueders, L U E D E R S", "Lueders"],
  ["Faaß, F, zwei A, Eszett", "Faaß"],
];

export const hintedAgain: SaidName[] = [
  ["Kramer mit C", "Cramer"],
  ["Meyer mit E Ypsilon", "Meyer"],
  ["Stephan mit f, nicht mit ph", "Stefan"],
  ["Brandt ohne t am Ende", "Brand"],
  ["Lutz mit Z", "Lutz"],
  ["Janßen mit scharfem S", "Janßen"],
  ["Jansen mit zwei s", "Janssen"],
  ["Haas mit doppel a", "Haas"],
  ["Kayser mit Ypsilon", "Kayser"],
  ["Kaiser mit ai", "Kaiser"],
  ["Schulze mit e hinten", "Schulze"],
];

export const introducedAgain: SaidName[] = [
  ["am Telefon ist Frau Wolter", "Wolter", undefined, "Frau"],
  ["Wolter hier, schönen guten Tag", "Wolter"],
  ["der Name wäre Wolter, Vorname Inge", "Wolter", "Inge"],
  ["ich rufe im Auftrag von Herrn Sander an", "Sander", undefined, "Herr"],
  ["für meinen Vater, den Herrn Karl Sander", "Sander", "Karl", "Herr"],
  ["Dr. Sander, ohne Vornamen", "Sander", undefined, "Dr."],
  ["mein Nachname ist Wolter und mein Vorname Inge", "Wolter", "Inge"],
  ["Wolter-Schmitz", "Wolter-Schmitz"],
  ["die Namen sind Anna und Paul Berger", "Berger"],
  ["ich heiße Nguyen Thi Lan", "Lan", "Nguyen Thi"],
  ["das ist ein bisschen kompliziert", ""],
  ["warten Sie kurz", ""],
  ["geht Sie nichts an", ""],
];

export const englishAgain: SaidName[] = [
  ["my name's Peter Jackson", "Jackson", "Peter"],
  ["Jackson, first name Peter", "Jackson", "Peter"],
  ["Mr Lloyd, double L O Y D", "Lloyd", undefined, "Herr"],
  ["this is Anne Moore, Anne with an E", "Moore", "Anne"],
  ["it's for my daughter Grace Kelly", "Kelly", "Grace"],
  ["Professor Snape", "Snape", undefined, "Prof."],
  ["what's it to you", ""],
];
