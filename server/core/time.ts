import { z } from "zod";
import { isZone } from "./time-zone";

export * from "./time-zone";

/** Years that anybody can mean; beyond them the database, or a calendar, has no such day. */
const isOurTime = (text: string): boolean => /^(19|20|21)/.test(text);

const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;
/** Which instant a wall time is, nobody can say: twice a year it is none, or two. */
const nameFault = ({ input }: { input?: unknown }) =>
  typeof input === "string" && WALL_TIME.test(input) ? "offset_missing" : undefined;

/** An instant at a door: ISO string with an offset on the wire, `Date` inside. Refuses null, numbers and zoneless strings. */
export const instant = z.codec(z.iso.datetime({ offset: true, error: nameFault }).refine(isOurTime), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});
export const localDate = z.iso.date().refine(isOurTime);
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");
/** An IANA zone that this machine knows. */
export const zoneId = z.string().refine(isZone, "unknown_zone");
