/** Where people of a German-speaking business live and travel; a list that is the same on the server and in every browser. */
const ZONES = [
  ...["Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/Luxembourg", "Europe/Brussels", "Europe/Amsterdam"],
  ...["Europe/Paris", "Europe/Madrid", "Atlantic/Canary", "Europe/Lisbon", "Europe/London", "Europe/Rome"],
  ...["Europe/Prague", "Europe/Warsaw", "Europe/Budapest", "Europe/Athens", "Europe/Istanbul", "UTC"],
];

/** The list, with the one that somebody has already, wherever it is. */
export const zonesWith = (chosen: string): string[] => (ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES]);
