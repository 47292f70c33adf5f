import { formatPhone } from "@/server/speech/rules/format-phone";
import type { CustomerDetailRow, CustomerListRow } from "./repository/rows";
import { displayName } from "./rules";
import type { CustomerDetails, CustomerView } from "./schema";

export function toCustomerView(row: CustomerListRow): CustomerView {
  const phone = row.customerPhones[0]?.e164 ?? null;
  return {
    id: row.id,
    firstName: row.firstName,
    lastName: row.lastName,
    name: displayName(row),
    email: row.email,
    phone,
    phoneText: phone && formatPhone(phone),
    stage: row.journeyStage,
    tags: row.tags,
    appointmentCount: row.appointmentCount,
    completedCount: row.completedCount,
    noShowCount: row.noShowCount,
    totalRevenueCents: Number(row.totalRevenueCents),
    lastAppointmentAt: row.lastAppointmentAt,
    createdAt: row.createdAt,
  };
}

export function toCustomerDetails(row: CustomerDetailRow, { withNotes }: { withNotes: boolean }): CustomerDetails {
  return {
    ...toCustomerView(row),
    salutation: row.salutation,
    title: row.title,
    birthdate: row.birthdate?.toISOString().slice(0, 10) ?? null,
    language: row.language,
    notes: withNotes ? row.notes : null,
    city: row.city,
    phones: row.customerPhones.map((phone) => ({ ...phone, text: formatPhone(phone.e164) })),
    preferredStaffName: row.preferredStaff?.name ?? null,
    preferredBranchName: row.preferredBranch?.name ?? null,
    cancelledCount: row.cancelledCount,
    callCount: row.callCount,
    averageBookingValueCents: row.averageBookingValueCents,
    smsOptIn: row.smsOptIn,
    version: row.version,
  };
}
