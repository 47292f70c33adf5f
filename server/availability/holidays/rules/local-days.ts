/** A day that the law gives to some places of a state: which, and what is taken for granted where nobody has said. */
export interface LocalDayOff {
  country: string;
  state: string;
  /** The library's name for where it holds. */
  region: string;
  /** Only in this municipality, and there for certain; without one it is a choice in the whole state. */
  municipality?: string;
  isObserved: boolean;
}

export const LOCAL_DAYS: readonly LocalDayOff[] = [
  // Mariä Himmelfahrt, where more Catholics live than Protestants (Art. 1 Abs. 1 Nr. 2 FTG): five municipalities of six.
  { country: "DE", state: "BY", region: "KATH", isObserved: true },
  // Das Friedensfest, only in the city of Augsburg (Art. 1 Abs. 2 FTG).
  { country: "DE", state: "BY", region: "A", municipality: "Augsburg", isObserved: true },
  // Fronleichnam, in Catholic villages of the Sorbs around Bautzen and of the Eichsfeld.
  { country: "DE", state: "SN", region: "BZ", isObserved: false },
  { country: "DE", state: "TH", region: "EIC", isObserved: false },
];

/** The municipalities of a state in which the law knows a day of its own. */
export function municipalitiesOf({ country, state }: { country: string; state: string | null }): string[] {
  return LOCAL_DAYS.filter((one) => one.country === country && one.state === state).flatMap(
    ({ municipality }) => municipality ?? [],
  );
}

export const isSamePlace = (a: string, b: string | null): boolean => a.toLowerCase() === b?.trim().toLowerCase();
