import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { placeBranch } from "@/server/availability/holidays/commands/place-branch";
import { fromWall, minutesOf } from "@/server/core/time";
import { ownerOf } from "../support/actors";
import { createCustomer, createService, createStaff } from "../support/factories";
import { setPolicy as configure } from "../support/salon-line";
import { createTelephoneCompany } from "../support/telephone";

/** A Monday in winter, eight in the morning in Berlin: the salon opens in an hour. */
export const BEGINS_AT = Date.parse("2026-11-30T07:00:00.000Z");
const ZONE = "Europe/Berlin";

export const NUMBERS = {
  anna: "+491713920001",
  wagners: "+491713920002",
  emma: "+491713920004",
  stranger: "+491713920050",
};

const SERVICES = [
  { name: "Damenhaarschnitt", durationMinutes: 45, priceCents: 4900, synonyms: ["Damenschnitt"] },
  { name: "Herrenhaarschnitt", durationMinutes: 30, priceCents: 2900, synonyms: ["Herrenschnitt"] },
  { name: "Färben", durationMinutes: 90, priceCents: 8900, synonyms: ["Farbe", "Haare färben"] },
  { name: "Waschen & Föhnen", durationMinutes: 30, priceCents: 2500 },
  { name: "Bartpflege", durationMinutes: 20, priceCents: 1900, synonyms: ["Bart"] },
];
const OF_MURAT = ["Herrenhaarschnitt", "Bartpflege"];

const CUSTOMERS = {
  anna: { firstName: "Anna", lastName: "Schneider", phone: NUMBERS.anna, birthdate: new Date("1985-03-14") },
  peter: { firstName: "Peter", lastName: "Wagner", phone: NUMBERS.wagners },
  petra: { firstName: "Petra", lastName: "Wagner", phone: NUMBERS.wagners, birthdate: new Date("1979-07-02") },
  emma: { firstName: "Emma", lastName: "Clarke", phone: NUMBERS.emma, language: "en" },
  vera: { firstName: "Vera", lastName: "Verborgen", phone: "+491713920009" },
};

/** A salon whose week is empty, with two people, five services and five customers who have called before. */
export async function createSalon({ language = "de", verification = "birthdate" }: Habits) {
  const settings = { verification };
  const company = await createTelephoneCompany({ settings }, { language: language === "de" ? "de-DE" : "en-US" });
  await placeBranch(ownerOf(company, new Date()), {
    branchId: company.branchId,
    country: "DE",
    state: "BE",
    municipality: null,
  });
  const services: Record<string, string> = {};
  for (const [position, service] of SERVICES.entries())
    services[service.name] = (await createService(company, { ...service, position })).id;
  const julia = await createStaff(company, { name: "Julia Berg" });
  const serviceIds = OF_MURAT.map((name) => services[name] ?? "");
  const murat = await createStaff(company, { name: "Murat Yilmaz", serviceIds });
  const customers = {} as Record<keyof typeof CUSTOMERS, string>;
  for (const [key, values] of Object.entries(CUSTOMERS))
    customers[key as keyof typeof CUSTOMERS] = (await createCustomer(company, values)).id;
  return { company, services, staff: { julia: julia.id, murat: murat.id }, customers };
}

interface Habits {
  language?: "de" | "en" | undefined;
  verification?: "code" | "birthdate" | "none" | undefined;
}
export type Salon = Awaited<ReturnType<typeof createSalon>>;

/** "2026-12-03 14:00" on the salon's wall. */
export const atWall = (at: string): Date => new Date(fromWall(ZONE, at.slice(0, 10), minutesOf(at.slice(11))));

type Who = keyof typeof CUSTOMERS;
interface Booking {
  at: string;
  service?: string;
  customer?: Who;
}

/** Booked at the desk, some days ago. */
export const has =
  ({ at, service = "Damenhaarschnitt", customer = "anna" }: Booking) =>
  async ({ company, services, staff, customers }: Salon): Promise<string> => {
    const wish = { customerId: customers[customer], branchId: company.branchId, serviceId: services[service] ?? "" };
    const booking = { ...wish, staffId: staff.julia, startsAt: atWall(at), source: "portal" as const };
    const { appointment } = await bookAppointment(ownerOf(company, new Date()), booking);
    return appointment.id;
  };

/** Nothing is left of Julia's day. */
export const isFull = (day: string) => async (salon: Salon) => {
  for (const at of ["09:00", "10:30", "12:00", "13:30", "15:00", "16:30"])
    await has({ at: `${day} ${at}`, service: "Färben", customer: "vera" })(salon);
};

export const setPolicy =
  (type: "cancellation" | "reschedule" | "booking", config: object) =>
  ({ company }: Salon) =>
    configure({ company } as Parameters<typeof configure>[0], type, config);

export const both =
  (...all: ((salon: Salon) => Promise<unknown>)[]) =>
  async (salon: Salon) => {
    for (const arrange of all) await arrange(salon);
  };
