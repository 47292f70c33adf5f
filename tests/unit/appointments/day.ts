import type { AppointmentView } from "@/server/appointments/schema";

/** Saturday, 21 November 2026, in Berlin. */
export const at = (time: string) => new Date(`2026-11-21T${time}:00+01:00`);

/** An appointment of that day, as a list shows it. */
export function appointmentAt(from: string, until: string, overrides: Partial<AppointmentView> = {}): AppointmentView {
  return {
    id: `${from}-${overrides.staff?.id ?? "anna"}`,
    status: "confirmed",
    source: "phone",
    startsAt: at(from),
    endsAt: at(until),
    timezone: "Europe/Berlin",
    branch: { id: "north", name: "Nord" },
    customer: { id: "erika", name: "Erika Muster", phone: null, phoneText: null },
    service: { id: "cut", name: "Haarschnitt", colour: "#0f766e" },
    services: [{ id: "cut", name: "Haarschnitt" }],
    serviceName: "Haarschnitt",
    staff: { id: "anna", name: "Anna", colour: "#0f766e" },
    priceCents: 4900,
    discountCents: 0,
    currency: "EUR",
    notes: null,
    callId: null,
    calcomSyncStatus: "not_linked",
    version: 1,
    createdAt: at("08:00"),
    ...overrides,
  };
}
