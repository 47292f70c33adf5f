import { fold } from "@/server/speech/rules/fold";

export type Topic = "hours" | "parking" | "address" | "phone" | "price" | "services" | "staff";

/** The first that fits: "Wo kann ich parken" is about parking, not about where. */
const TOPICS: [Topic, RegExp][] = [
  ["hours", /oeffnung|geoeffnet|offen|auf ?haben|zu ?haben|schliess|opening|open\b|hours|close/],
  ["parking", /park|stellplatz|anfahrt|bus\b|bahn|haltestelle|anreise|barriere|rollstuhl|aufzug/],
  ["address", /adresse|anschrift|\bwo\b|finde|strasse|standort|address|where|location/],
  ["phone", /telefon|nummer|durchwahl|phone|number/],
  ["price", /preis|kost|teuer|euro|price|cost|how much/],
  ["staff", /team|mitarbeiter|personal|wer arbeitet|stylist|therapeut|staff/],
  ["services", /leistung|angebot|bieten|behandlung|service|offer|treatment/],
];

export function topicOf(said: string): Topic | null {
  const spoken = fold(said);
  return TOPICS.find(([, pattern]) => pattern.test(spoken))?.[0] ?? null;
}
