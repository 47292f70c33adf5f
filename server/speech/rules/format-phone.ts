import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** As people write it: national in its own country, else international. What is no number stays as it is. */
export function formatPhone(e164: string, { country = "DE" }: { country?: string } = {}): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.country === country ? number.formatNational() : number.formatInternational();
}
