import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { placeBranch } from "@/server/availability/holidays/commands/place-branch";
import type { TransactionContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { apart } from "@/server/core/rehearse";
import { setFallbackPhone } from "@/server/tenancy/commands/set-fallback-phone";
import { insertSalon } from "../repository";
import { atWall, CUSTOMERS, OPEN, PLACE, SERVICES, STAFF, type Who, ZONE } from "../rules/salon";
import type { Scenario } from "../rules/scenario";

const NAME = "Salon Probe";

// Not audited: nothing of it stays.
/** The salon that a written conversation takes place in, with all that is there before the telephone rings. */
export async function stageSalon(tx: TransactionContext, scenario: Scenario): Promise<{ branchId: string }> {
  const { language = "de", verification = "birthdate", arrange } = scenario;
  const branchId = newId();
  const services = SERVICES.map((service, position) => ({ synonyms: [], ...service, id: newId(), position }));
  const idOf = (name: string) => services.find((service) => service.name === name)?.id ?? "";
  const staff = Object.entries(STAFF).map(([key, { name, services: offered = SERVICES.map((each) => each.name) }]) => ({
    ...{ key, id: newId(), name, serviceIds: offered.map(idOf) },
  }));
  const customers = Object.entries(CUSTOMERS).map(([key, customer]) => ({ key: key as Who, ...customer, id: newId() }));
  await insertSalon(tx, {
    ...{ name: NAME, branchId, locale: language, timezone: ZONE, verification, services, staff, customers },
    ...{ ...OPEN, ...PLACE, policies: arrange?.policies ?? [] },
  });
  await apart(tx, (part) => placeBranch(part, { branchId, municipality: null, ...PLACE }));
  const staffId = staff.find(({ key }) => key === "julia")?.id ?? "";
  // At the desk many are entered at once.
  const desk = { ...tx, permissions: new Set(["override_appointments"]) };
  for (const { at, service, customer } of arrange?.bookings ?? []) {
    const customerId = customers.find(({ key }) => key === customer)?.id ?? "";
    const wish = { customerId, branchId, serviceId: idOf(service), staffId, startsAt: atWall(at) };
    await apart(desk, (part) => bookAppointment(part, { ...wish, source: "portal" }));
  }
  const { fallbackPhone = null } = arrange?.outage ?? {};
  if (fallbackPhone) await apart(tx, (part) => setFallbackPhone(part, { branchId, fallbackPhone }));
  return { branchId };
}
