import { z } from "zod";
import { isZone } from "./time-zone";

export * from "./time-zone";

/** Years that anybody can mean; beyond them the database, or a calendar, has no such day. */
const isOurTime = (text: string): boolean => /^(19|20|21)/.test(text);

/** An instant at a door: ISO string with an offset on the wire, `Date` inside. Refuses null, numbers and zoneless strings. */
export const instant = z.codec(z.iso.datetime({ offset: true }).refine(isOurTime), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});
export const localDate = z.iso.date().refine(isOurTime);
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");
/** An IANA zone that this machine knows. */
export const zoneId = z.string().refine(isZone, "unknown_zone");
