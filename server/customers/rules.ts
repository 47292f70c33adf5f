import parsePhoneNumber, { type CountryCode } from "libphonenumber-js/min";

/** Any written notation to E.164, or null; the country is the one that a national number belongs to. */
export function toE164(text: string, country: string): string | null {
  const parsed = parsePhoneNumber(text, country as CountryCode);
  return parsed?.isPossible() ? parsed.number : null;
}

/** Mobile prefixes of the countries where landlines take no text messages; elsewhere any number may be one. */
const MOBILE = /^\+(49(15|16|17)|43(65|66|67|68|69)|417[4-9])/;
const KNOWN_COUNTRY = /^\+(49|43|41)/;

export function isLandline(e164: string): boolean {
  return KNOWN_COUNTRY.test(e164) && !MOBILE.test(e164);
}

export interface CustomerSearch {
  /** Folded words of a name or an e-mail address. */
  text: string;
  /** The digits that every notation of a number shares: no prefix, no leading zeros. */
  digits: string | null;
}

/** Reads a search field: mostly digits is a phone number in any notation, everything else a name or an address. */
export function readSearch(search: string, country: string): CustomerSearch {
  const digits = search.replace(/\D/g, "");
  const isPhone = digits.length >= 4 && /^[\d\s+()/.-]+$/.test(search);
  if (!isPhone) return { text: search, digits: null };
  const e164 = toE164(search, country);
  return { text: search, digits: e164 ? e164.slice(1) : digits.replace(/^0+/, "") };
}

export function displayName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}
