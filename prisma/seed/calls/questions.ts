import type { SeedBusiness, SeedService } from "../business";
import type { Random } from "../random";
import { sayPrice, sayService } from "./spoken";

export interface Question {
  intent: string;
  topic: string;
  /** What was asked about, as the summary says it. */
  about: string;
  asked: string;
  answer: string;
  english: string;
}

type Asking = (business: SeedBusiness, random: Random, branch: string) => Question;

const DAYS = ["sonntags", "montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags"];

const openingHours: Asking = (business, random) => {
  const open = Object.keys(business.opening).map(Number);
  const day = random.pick([1, 2, 4, 6]);
  const hours = business.opening[day];
  return {
    intent: "opening_hours",
    topic: "Öffnungszeiten",
    about: "den Öffnungszeiten",
    asked: random.pick([`haben Sie ${DAYS[day]} offen?`, `wann haben Sie ${DAYS[day]} auf?`]),
    answer: hours
      ? `${cap(DAYS[day])} sind wir von ${Number(hours.start.slice(0, 2))} bis ${Number(hours.end.slice(0, 2))} Uhr für Sie da.`
      : `${cap(DAYS[day])} haben wir geschlossen. Geöffnet ist ${DAYS[open[0] ?? 1]} bis ${DAYS[open.at(-1) ?? 5]}.`,
    english: "Asked about the opening hours.",
  };
};

const price: Asking = (business, random) => {
  const service: SeedService = random.pick(business.services.filter(({ cents }) => cents > 0));
  return {
    intent: "prices",
    topic: "Preise",
    about: "Preisen",
    asked: random.pick([
      `was kostet ${sayService(service.name)} bei Ihnen?`,
      `was verlangen Sie für ${sayService(service.name)}?`,
    ]),
    answer: `${sayService(service.name)} kostet ${sayPrice(service.cents)} und dauert etwa ${service.minutes} Minuten.`,
    english: `Asked what ${service.name} costs.`,
  };
};

const parking: Asking = (business, random, slug) => ({
  intent: "parking",
  topic: "Anfahrt",
  about: "Anfahrt und Parkplätzen",
  asked: random.pick([
    "wo kann ich denn bei Ihnen parken?",
    "gibt es bei Ihnen Parkplätze?",
    "wie komm ich am besten hin?",
  ]),
  answer: business.branches.find((branch) => branch.slug === slug)?.transportInfo ?? "",
  english: "Asked where to park and how to get there.",
});

const access: Asking = (business, random, slug) => ({
  intent: "accessibility",
  topic: "Zugang",
  about: "dem Zugang ohne Stufen",
  asked: random.pick(["komme ich mit dem Rollator zu Ihnen hinein?", "gibt es bei Ihnen Stufen?"]),
  answer: business.branches.find((branch) => branch.slug === slug)?.accessNotes ?? "",
  english: "Asked whether the place is accessible.",
});

const voucher: Asking = (_business, random) => ({
  intent: "vouchers",
  topic: "Gutschein",
  about: "Gutscheinen",
  asked: random.pick(["kann man bei Ihnen Gutscheine kaufen?", "haben Sie auch Gutscheine zum Verschenken?"]),
  answer: "Ja, Gutscheine gibt es über jeden Betrag, direkt bei uns an der Kasse.",
  english: "Asked about gift vouchers.",
});

const payment: Asking = (_business, random) => ({
  intent: "payment",
  topic: "Bezahlung",
  about: "der Bezahlung",
  asked: random.pick(["kann man bei Ihnen mit Karte zahlen?", "nehmen Sie auch Karte?"]),
  answer: "Ja, Sie können bar, mit Karte und mit dem Handy bezahlen.",
  english: "Asked how one can pay.",
});

/** One of the questions that people call a business with. */
export function drawQuestion(business: SeedBusiness, random: Random, branch: string): Question {
  const asking = random.pick([
    openingHours,
    openingHours,
    openingHours,
    price,
    price,
    price,
    parking,
    access,
    voucher,
    payment,
  ]);
  return asking(business, random, branch);
}

const cap = (text = ""): string => text.charAt(0).toUpperCase() + text.slice(1);
