import { formatPhone } from "@/server/speech/rules/format-phone";
import type { ParticipantRow } from "./repository";
import type { ParticipantView } from "./schema";

export function toParticipantView({
  id,
  status,
  notes,
  version,
  customer,
  classPlaces,
}: ParticipantRow): ParticipantView {
  const phone = customer.customerPhones[0]?.e164 ?? null;
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return {
    ...{ appointmentId: id, status, notes, version },
    customer: { id: customer.id, name, phone, phoneText: phone && formatPhone(phone) },
    places: classPlaces.reduce((sum, { places }) => sum + places, 0),
  };
}
