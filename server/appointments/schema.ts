import { z } from "zod";
import { followingServices, wishedService } from "@/server/availability/schema";
import { pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";
import { type PolicyResult, policyResult } from "@/server/policies/rules/verdict";
import { depositView } from "./deposits/schema";

export const appointmentStatus = z.enum(["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"]);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;
export const appointmentSource = z.enum(["phone", "web", "calcom", "portal", "api", "app", "import", "mcp"]);
export type AppointmentSource = z.infer<typeof appointmentSource>;
export const calcomSyncStatus = z.enum(["not_linked", "pending", "synced", "failed", "drift"]);
export type CalcomSyncStatus = z.infer<typeof calcomSyncStatus>;

/** On which the customer of an appointment is told. */
export const noticeChannel = z.enum(["sms", "email"]);
export type NoticeChannel = z.infer<typeof noticeChannel>;

/** Whether the customer hears of a change; without channels on those that the business has set. */
const notice = {
  notifyCustomer: z.boolean().optional(),
  notifyChannels: z.array(noticeChannel).min(1).max(2).optional(),
};

const discount = {
  /** Let off the price by who may; what is left is what the customer pays. */
  discountCents: z.int().min(0).max(10_000_000).optional(),
  /** Why; there is no discount without it. */
  discountReason: z.string().trim().max(500).nullish(),
};

export const againstPolicy = {
  /** Whoever may decide against a policy that refuses it does so, and says why. */
  overridesPolicy: z.boolean().optional(),
  /** Why, for the history and the log. */
  overrideReason: z.string().trim().max(500).nullish(),
};

const override = {
  /** Whoever may decide so books outside the opening hours and everybody's working hours; never what is taken. */
  ignoresWorkingHours: z.boolean().optional(),
  ...againstPolicy,
};

export const bookAppointmentInput = z.object({
  customerId: z.uuid(),
  branchId: z.uuid(),
  serviceId: z.uuid(),
  /** Without it, anybody who is free. */
  staffId: z.uuid().nullish(),
  startsAt: instant,
  /** Instead of the staff member's or the service's own; one that consists of segments keeps its own. */
  durationMinutes: z.int().min(5).max(1440).nullish(),
  /** The services that come after it in the same visit. */
  followedBy: followingServices,
  /** One person does all of it. */
  sameStaff: z.boolean().optional(),
  /** How long the customer may wait between two services. */
  maxWaitMinutes: z.int().min(0).max(240).optional(),
  /** A session of a group class, where several begin at that time. */
  classSessionId: z.uuid().nullish(),
  /** Places in a group class. */
  partySize: z.int().min(1).max(100).optional(),
  notes: z.string().trim().max(2000).nullish(),
  /** Whoever may decide against a policy asks for no deposit, and says why. */
  waivesDeposit: z.boolean().optional(),
  ...discount,
  ...override,
  ...notice,
});

/** Where a booking comes from, beyond what a person types: set by the door, never by a client. */
export interface BookingOrigin {
  source: AppointmentSource;
  callId?: string | null;
  /** The offer of this call that is taken. */
  slotId?: string | null;
  idempotencyKey?: string | null;
  status?: "pending" | "confirmed";
  /** Made elsewhere before, and taken over: how fast the customer books says nothing. */
  isTakenOver?: boolean;
  /** Words heard, rule applied, slots offered, slot chosen. */
  explanation?: Record<string, unknown> | null;
}
export type BookAppointmentInput = z.infer<typeof bookAppointmentInput> & BookingOrigin;

export const rescheduleAppointmentInput = z.object({
  appointmentId: z.uuid(),
  newStartsAt: instant,
  /** Somebody else; also at the same time. */
  staffId: z.uuid().nullish(),
  /** Longer or shorter than it was; not for one that consists of parts, nor for a place in a class. */
  durationMinutes: z.int().min(5).max(1440).nullish(),
  /** A session of a group class, where several begin at that time. */
  classSessionId: z.uuid().nullish(),
  reason: z.string().trim().max(500).nullish(),
  version: z.int().optional(),
  /** The warning of the policy was read and accepted. */
  isConfirmed: z.boolean().default(false),
  /** Whoever may decide against the policy lets the fee go. */
  waivesFee: z.boolean().optional(),
  ...override,
  ...notice,
});
export type RescheduleAppointmentInput = z.infer<typeof rescheduleAppointmentInput> & {
  callId?: string | null;
  slotId?: string | null;
};

export const cancelAppointmentInput = z.object({
  appointmentId: z.uuid(),
  reason: z.string().trim().max(500).nullish(),
  version: z.int().optional(),
  isConfirmed: z.boolean().default(false),
  /** Whoever may decide against the policy lets the fee go. */
  waivesFee: z.boolean().optional(),
  ...againstPolicy,
  /** Whether the customer is told. */
  notifyCustomer: z.boolean().default(true),
  notifyChannels: notice.notifyChannels,
});
export type CancelAppointmentInput = z.infer<typeof cancelAppointmentInput>;

export const changeStatusInput = z.object({
  appointmentId: z.uuid(),
  version: z.int().optional(),
  /** Of a no-show: whoever may decide against the policy lets the fee go. */
  waivesFee: z.boolean().optional(),
});
export type ChangeStatusInput = z.infer<typeof changeStatusInput>;

export const restoreAppointmentInput = z.object({
  appointmentId: z.uuid(),
  version: z.int().optional(),
  /** Nobody is told again, unless somebody wants it. */
  ...notice,
});
export type RestoreAppointmentInput = z.infer<typeof restoreAppointmentInput>;

export const undoRescheduleInput = restoreAppointmentInput;
export type UndoRescheduleInput = z.infer<typeof undoRescheduleInput>;

export const editAppointmentInput = z.object({
  appointmentId: z.uuid(),
  /** Without them they stay as they are. */
  notes: z.string().trim().max(2000).nullable().optional(),
  version: z.int().optional(),
  /** Without it the price stays as it is; 0 takes a discount back. */
  ...discount,
});
export type EditAppointmentInput = z.infer<typeof editAppointmentInput>;

export { type PolicyResult, policyResult };

export const listAppointmentsInput = z.object({
  from: instant.optional(),
  until: instant.optional(),
  status: z.array(appointmentStatus).optional(),
  branchId: z.uuid().optional(),
  staffId: z.uuid().optional(),
  serviceId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  source: appointmentSource.optional(),
  /** How far its copy at Cal.com has come. */
  calcomSyncStatus: z.array(calcomSyncStatus).optional(),
  search: z.string().trim().max(100).optional(),
  order: z.enum(["asc", "desc"]).default("asc"),
  ...pageInput,
});
export type ListAppointmentsInput = z.infer<typeof listAppointmentsInput>;

/** The filters of a list, without a page. */
export const countAppointmentsInput = listAppointmentsInput.omit({
  order: true,
  limit: true,
  cursor: true,
  page: true,
  withTotal: true,
});
export type CountAppointmentsInput = z.infer<typeof countAppointmentsInput>;
export const appointmentCount = z.object({ count: z.int() });

export const getAppointmentInput = z.object({ appointmentId: z.uuid() });

export const appointmentView = z.object({
  id: z.uuid(),
  status: appointmentStatus,
  source: appointmentSource,
  startsAt: z.date(),
  endsAt: z.date(),
  timezone: z.string(),
  branch: z.object({ id: z.uuid(), name: z.string() }),
  customer: z.object({
    id: z.uuid(),
    name: z.string(),
    /** E.164, to dial. */
    phone: z.string().nullable(),
    /** As people write it. */
    phoneText: z.string().nullable(),
  }),
  /** The first one of the visit, and the main one. */
  service: z.object({ id: z.uuid(), name: z.string(), colour: z.string() }),
  /** All that was booked for this visit, in its order. */
  services: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** What the whole visit is called: "Waschen + Schneiden". */
  serviceName: z.string(),
  staff: z.object({ id: z.uuid(), name: z.string(), colour: z.string() }),
  /** What the customer pays: a discount is taken off already. */
  priceCents: z.int(),
  discountCents: z.int(),
  currency: z.string(),
  notes: z.string().nullable(),
  callId: z.uuid().nullable(),
  calcomSyncStatus,
  version: z.int(),
  createdAt: z.date(),
});
export type AppointmentView = z.infer<typeof appointmentView>;
export const bookedAppointment = z.object({ appointment: appointmentView, isRepeat: z.boolean() });
export const rescheduledAppointment = z.object({
  appointment: appointmentView,
  policy: policyResult,
  previousStartsAt: z.date(),
});
export const cancelledAppointment = z.object({ policy: policyResult });
export const appointmentPage = pageOf(appointmentView);

export const appointmentDetails = appointmentView.extend({
  /** What else belongs to the visit: whoever looks for another time looks for all of it. */
  followedBy: z.array(wishedService),
  sameStaff: z.boolean(),
  maxWaitMinutes: z.int().nullable(),
  /** Places in a group class; null for an appointment of one's own. */
  partySize: z.int().nullable(),
  discountReason: z.string().nullable(),
  cancellationReason: z.string().nullable(),
  moveCount: z.int(),
  /** Null where none was asked for. */
  deposit: depositView.nullable(),
  calcomBookingUid: z.string().nullable(),
  calcomSyncError: z.string().nullable(),
  explanation: z.record(z.string(), z.unknown()).nullable(),
  segments: z.array(
    z.object({
      position: z.int(),
      name: z.string(),
      staffName: z.string().nullable(),
      startsAt: z.date(),
      endsAt: z.date(),
    }),
  ),
  /** Rooms and devices, each as long as it is taken. */
  resources: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      quantity: z.int(),
      blockedFrom: z.date(),
      blockedUntil: z.date(),
    }),
  ),
  modifications: z.array(
    z.object({
      id: z.uuid(),
      type: z.string(),
      reason: z.string().nullable(),
      actor: z.record(z.string(), z.unknown()),
      oldValues: z.record(z.string(), z.unknown()).nullable(),
      newValues: z.record(z.string(), z.unknown()).nullable(),
      occurredAt: z.date(),
    }),
  ),
  /** What the status machine allows next. */
  actions: z.array(z.enum(["confirm", "start", "complete", "cancel", "no_show", "reschedule"])),
  /** The last step can be taken back until then, to that status. */
  undo: z.object({ to: appointmentStatus, until: z.date() }).nullable(),
});
export type AppointmentDetails = z.infer<typeof appointmentDetails>;

/** An appointment as another calendar is held against it. */
export interface AppointmentState
  extends AppointmentView,
    Pick<AppointmentDetails, "calcomBookingUid" | "calcomSyncError" | "partySize"> {
  /** What was done to it last; null where nothing is written down of it. */
  lastChange: { occurredAt: Date; actor: Record<string, unknown> } | null;
}
