import type { TopicWords } from "../contact-language";

export const germanTopics: TopicWords = {
  hours: ["oeffnung", "geoeffnet", "offen", "auf ?haben", "zu ?haben", "schliess"],
  parking: [
    "park",
    "stellplatz",
    "anfahrt",
    String.raw`bus\b`,
    "bahn",
    "haltestelle",
    "anreise",
    "barriere",
    "rollstuhl",
    "aufzug",
  ],
  address: ["adresse", "anschrift", String.raw`\bwo\b`, "finde", "strasse", "standort"],
  phone: ["telefon", "nummer", "durchwahl"],
  price: ["preis", "kost", "teuer", "euro"],
  staff: ["team", "mitarbeiter", "personal", "wer arbeitet", "stylist", "therapeut"],
  services: ["leistung", "angebot", "bieten", "behandlung"],
};
