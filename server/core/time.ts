import { z } from "zod";
import { isZone } from "./time-zone";

export * from "./time-zone";

/** An instant at a door: ISO string with an offset on the wire, `Date` inside. Refuses null, numbers and zoneless strings. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});
export const localDate = z.iso.date();
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");
/** An IANA zone that this machine knows. */
export const zoneId = z.string().refine(isZone, "unknown_zone");
