import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { instant, localDate } from "@/server/core/time";

const optionalText = (max: number) => z.string().trim().max(max).nullish();

export const createCustomerInput = z.object({
  firstName: z.string().trim().max(100).default(""),
  lastName: z.string().trim().min(1).max(100),
  salutation: optionalText(20),
  title: optionalText(40),
  email: z.email().max(254).nullish(),
  /** In any notation; stored as E.164. */
  phone: z.string().trim().max(40).nullish(),
  birthdate: localDate.nullish(),
  language: z.enum(["de", "en"]).default("de"),
  notes: optionalText(2000),
  preferredBranchId: z.uuid().nullish(),
  preferredStaffId: z.uuid().nullish(),
});
export type CreateCustomerInput = z.infer<typeof createCustomerInput>;

/** Only what is sent changes; null takes a value away. */
export const editCustomerInput = createCustomerInput
  .extend({
    firstName: z.string().trim().max(100),
    language: z.enum(["de", "en"]),
    smsOptIn: z.boolean(),
  })
  .partial()
  .extend({ customerId: z.uuid(), version: z.int().optional() });
export type EditCustomerInput = z.infer<typeof editCustomerInput>;

export const deleteCustomerInput = z.object({ customerId: z.uuid(), version: z.int().optional() });
export type DeleteCustomerInput = z.infer<typeof deleteCustomerInput>;

export const listCustomersInput = z.object({
  search: z.string().trim().max(100).optional(),
  stage: z.string().max(40).optional(),
  branchId: z.uuid().optional(),
  /** Who has or had appointments with them. */
  staffId: z.uuid().optional(),
  /** Added then. */
  from: instant.optional(),
  until: instant.optional(),
  /** By name; unless it is said, a search has its best matches first. */
  order: listOrder.optional(),
  ...pageInput,
});
export type ListCustomersInput = z.infer<typeof listCustomersInput>;

export const getCustomerInput = z.object({ customerId: z.uuid() });

export const customerView = z.object({
  id: z.uuid(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** The same number as people write it. */
  phoneText: z.string().nullable(),
  stage: z.object({ key: z.string(), name: z.string() }).nullable(),
  tags: z.array(z.string()),
  appointmentCount: z.int(),
  completedCount: z.int(),
  noShowCount: z.int(),
  totalRevenueCents: z.number(),
  lastAppointmentAt: z.date().nullable(),
  createdAt: z.date(),
});
export type CustomerView = z.output<typeof customerView>;

export const customerPage = pageOf(customerView);

export const customerDetails = customerView.extend({
  salutation: z.string().nullable(),
  title: z.string().nullable(),
  birthdate: localDate.nullable(),
  language: z.string(),
  notes: z.string().nullable(),
  city: z.string().nullable(),
  phones: z.array(
    z.object({ e164: z.string(), text: z.string(), label: z.string().nullable(), isPrimary: z.boolean() }),
  ),
  preferredStaffName: z.string().nullable(),
  preferredBranchName: z.string().nullable(),
  cancelledCount: z.int(),
  callCount: z.int(),
  averageBookingValueCents: z.int(),
  smsOptIn: z.boolean(),
  /** Counts its changes: an edit of an older one is refused. */
  version: z.int(),
});
export type CustomerDetails = z.output<typeof customerDetails>;

/** What a caller's number tells: the people of the company who have it. */
export interface KnownCaller {
  id: string;
  firstName: string;
  lastName: string;
  birthdate: string | null;
  language: string;
  preferredStaffId: string | null;
  appointmentCount: number;
  noShowCount: number;
  isVip: boolean;
}
