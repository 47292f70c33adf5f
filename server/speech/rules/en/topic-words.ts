import type { TopicWords } from "../contact-language";

export const englishTopics: TopicWords = {
  hours: ["opening", String.raw`open\b`, "hours", "close"],
  parking: [
    "parking",
    String.raw`\bpark\b`,
    String.raw`\bbus\b`,
    "train",
    "wheelchair",
    "elevator",
    String.raw`\blift\b`,
    "get there",
  ],
  address: ["address", "where", "location"],
  phone: ["phone", "number"],
  price: ["price", "cost", "how much"],
  staff: ["staff", "team", "stylist", "therapist", "who works"],
  services: ["service", "offer", "treatment"],
};
