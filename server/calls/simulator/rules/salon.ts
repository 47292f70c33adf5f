import { fromWall, minutesOf } from "@/server/core/time";

/** A Monday in winter, eight in the morning in Berlin: the salon opens in an hour. */
export const BEGINS_AT = Date.parse("2026-11-30T07:00:00.000Z");
export const ZONE = "Europe/Berlin";

export const NUMBERS = {
  anna: "+491713920001",
  wagners: "+491713920002",
  emma: "+491713920004",
  stranger: "+491713920050",
};

/** What the salon offers, from Monday to Saturday. */
export const OPEN = { days: [1, 2, 3, 4, 5, 6], startTime: "09:00", endTime: "18:00" };
export const PLACE = { country: "DE", state: "BE" };
export const SERVICES: { name: string; durationMinutes: number; priceCents: number; synonyms?: string[] }[] = [
  { name: "Damenhaarschnitt", durationMinutes: 45, priceCents: 4900, synonyms: ["Damenschnitt"] },
  { name: "Herrenhaarschnitt", durationMinutes: 30, priceCents: 2900, synonyms: ["Herrenschnitt"] },
  { name: "Färben", durationMinutes: 90, priceCents: 8900, synonyms: ["Farbe", "Haare färben"] },
  { name: "Waschen & Föhnen", durationMinutes: 30, priceCents: 2500 },
  { name: "Bartpflege", durationMinutes: 20, priceCents: 1900, synonyms: ["Bart"] },
];
/** Who works there; without a list they do everything. */
export const STAFF = {
  julia: { name: "Julia Berg", services: undefined },
  murat: { name: "Murat Yilmaz", services: ["Herrenhaarschnitt", "Bartpflege"] },
};

export const CUSTOMERS = {
  anna: { firstName: "Anna", lastName: "Schneider", phone: NUMBERS.anna, birthdate: new Date("1985-03-14") },
  peter: { firstName: "Peter", lastName: "Wagner", phone: NUMBERS.wagners },
  petra: { firstName: "Petra", lastName: "Wagner", phone: NUMBERS.wagners, birthdate: new Date("1979-07-02") },
  emma: { firstName: "Emma", lastName: "Clarke", phone: NUMBERS.emma, language: "en" },
  vera: { firstName: "Vera", lastName: "Verborgen", phone: "+491713920009" },
};
export type Who = keyof typeof CUSTOMERS;

/** How callers prove who they are, and in which language they are answered. */
export interface Habits {
  language?: "de" | "en" | undefined;
  verification?: "code" | "birthdate" | "none" | undefined;
}

/** "2026-12-03 14:00" on the salon's wall. */
export const atWall = (at: string): Date => new Date(fromWall(ZONE, at.slice(0, 10), minutesOf(at.slice(11))));

/** With Julia, booked at the desk some days ago. */
export interface DeskBooking {
  at: string;
  service: string;
  customer: Who;
}

/** What is there before the telephone rings. */
export interface Arrangement {
  bookings: DeskBooking[];
  policies: { type: "cancellation" | "reschedule" | "booking"; config: object }[];
  /** From the first word on every function fails. */
  outage?: Outage;
}

export interface Outage {
  /** Where the branch has its callers put through to. */
  fallbackPhone: string | null;
}

export const has = ({ at, service = "Damenhaarschnitt", customer = "anna" }: Partial<DeskBooking> & { at: string }) =>
  both({ bookings: [{ at, service, customer }], policies: [] });

/** Nothing is left of Julia's day. */
export const isFull = (day: string): Arrangement =>
  both(
    ...["09:00", "10:30", "12:00", "13:30", "15:00", "16:30"].map((time) =>
      has({ at: `${day} ${time}`, service: "Färben", customer: "vera" }),
    ),
  );

export const setPolicy = (type: Arrangement["policies"][number]["type"], config: object): Arrangement => ({
  bookings: [],
  policies: [{ type, config }],
});

export const isBroken = (fallbackPhone: string | null): Arrangement => ({
  bookings: [],
  policies: [],
  outage: { fallbackPhone },
});

export function both(...all: Arrangement[]): Arrangement {
  const outage = all.find((one) => one.outage)?.outage;
  return {
    bookings: all.flatMap(({ bookings }) => bookings),
    policies: all.flatMap(({ policies }) => policies),
    ...(outage && { outage }),
  };
}
