import type { BookingCopy } from "../schema";

/** They belong to the name that follows them. */
const PARTICLES = new Set([
  "von",
  "vom",
  "van",
  "de",
  "der",
  "den",
  "zu",
  "zum",
  "zur",
  "ten",
  "da",
  "di",
  "del",
  "el",
  "al",
]);

/** Whom a booking is for, as our customers are described: there a name is one text. */
export function describeAttendee({ name, email, phone, language }: NonNullable<BookingCopy["attendee"]>) {
  const words = name.split(/\s+/).filter(Boolean);
  const particle = words.findIndex((word, at) => at > 0 && PARTICLES.has(word.toLowerCase()));
  const split = particle > 0 ? particle : Math.max(0, words.length - 1);
  return {
    firstName: words.slice(0, split).join(" ").slice(0, 100),
    lastName: words.slice(split).join(" ").slice(0, 100),
    email: email?.slice(0, 254) ?? null,
    phone: phone?.slice(0, 40) ?? null,
    language: language?.toLowerCase().startsWith("en") ? ("en" as const) : ("de" as const),
  };
}
