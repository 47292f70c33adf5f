import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const STATES = ["open", "settled"] as const;

/** The list's state in the URL. */
export const conflictParsers = {
  state: parseAsStringLiteral(STATES).withDefault("open"),
  /** Only what is about one appointment. */
  appointment: parseAsString,
};
