/** A fact of the company that has just been committed, such as `appointment/booked`. */
export interface LiveEvent {
  id: string;
  name: string;
  data?: unknown;
}

/** Comes first and after every gap: what is on screen may be out of date. */
export const READY = "live/ready";

/** Which contexts' queries show something of an event; its own noun is the first guess. */
const shownIn: Record<string, readonly string[]> = {
  appointment: ["appointments", "calendar", "availability", "customers", "analytics", "fees", "modifications"],
  calcom: ["calcomConflicts", "webhooks", "operations"],
  call: ["calls", "customers", "analytics"],
  callback: ["appointments", "analytics"],
  catalog: ["services", "calendar", "resources", "catalog", "staffOffers", "availability"],
  customer: ["customers", "customerNotes", "analytics", "fees"],
  exception: ["exceptions", "calendar", "availability"],
  holiday: ["holidays", "calendar", "exceptions", "availability"],
  hours: ["workingHours", "calendar", "exceptions", "availability"],
  import: ["imports", "calendar", "appointments", "customers", "analytics", "modifications"],
  notification: ["notifications", "appointments", "analytics", "operations"],
  policy: ["policies", "availability"],
  retell: ["webhooks", "operations"],
  role: ["roles", "team"],
  class: ["classes", "calendar", "availability"],
  staff: ["staff", "calendar", "team", "availability"],
  team: ["team", "roles"],
};

/** The contexts to fetch again, or `all` after a gap. */
export function touchedBy(event: Pick<LiveEvent, "name">): readonly string[] | "all" {
  if (event.name === READY) return "all";
  const noun = event.name.split("/")[0] ?? "";
  return shownIn[noun] ?? [`${noun}s`];
}

const listeners = new Set<(event: LiveEvent) => void>();

export function tellListeners(event: LiveEvent) {
  for (const listener of listeners) listener(event);
}

/** For a feed that shows the events themselves; tables and figures are fetched again without asking. */
export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
