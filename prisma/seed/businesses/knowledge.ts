import type { SeedDocument } from "../business";

/** What the salon's assistant may answer from. */
export const salonKnowledge: SeedDocument[] = [
  {
    title: "Gutscheine und Bezahlen",
    passages: [
      "Gutscheine gibt es im Salon ab 20 Euro; sie gelten drei Jahre und an allen Standorten.",
      "Bezahlen können Sie bar, mit EC-Karte oder Kreditkarte.",
    ],
  },
  {
    title: "Vor dem Färben",
    passages: [
      "Vor der ersten Färbung machen wir 48 Stunden vorher einen kostenlosen Verträglichkeitstest.",
      "Zum Färben kommen Sie am besten mit trockenem, ungewaschenem Haar.",
    ],
  },
];

/** What the practice's assistant may answer from. */
export const physioKnowledge: SeedDocument[] = [
  {
    title: "Rezept und Kosten",
    passages: [
      "Ein Rezept der Krankenkasse gilt 28 Tage; bis dahin muss die erste Behandlung begonnen haben.",
      "Die Zuzahlung beträgt zehn Prozent und zehn Euro für jedes Rezept; wer befreit ist, bringt den Ausweis mit.",
    ],
  },
  {
    title: "Zur Behandlung mitbringen",
    passages: ["Bitte bringen Sie ein großes Handtuch, bequeme Kleidung und Ihre Versichertenkarte mit."],
  },
];
