import { Cron } from "croner";

/** `0 3 * * *`, or with a zone in front `TZ=Europe/Berlin 0 3 * * *`; without one it is UTC, as at Inngest. */
function parseCron(text: string): Cron {
  const [, timezone = "UTC", expression = ""] = /^(?:TZ=(\S+)\s+)?(.*)$/.exec(text) ?? [];
  return new Cron(expression, { timezone, mode: "5-or-6-parts" });
}

/** The first moment after `after` at which it fires, or null when there is none. */
export function nextFire(cron: string, after: Date): Date | null {
  return parseCron(cron).nextRun(after);
}

export function findCronFault(cron: string): string | null {
  try {
    return nextFire(cron, new Date()) ? null : "it never fires";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
