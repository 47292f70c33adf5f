import { z } from "zod";
import { followingServices, wishedService } from "@/server/availability/schema";
import { pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";
import { type PolicyResult, policyResult } from "@/server/policies/rules/verdict";

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

export const editAppointmentInput = z.object({
  appointmentId: z.uuid(),
  notes: z.string().trim().max(2000).nullable(),
  version: z.int().optional(),
});
export type EditAppointmentInput = z.infer<typeof editAppointmentInput>;

export const batchAction = z.enum(["confirm", "start", "complete", "no_show", "cancel", "delete", "reassign"]);
export type BatchAction = z.infer<typeof batchAction>;

export const changeAppointmentsInput = z.object({
  appointmentIds: z.array(z.uuid()).min(1).max(100),
  action: batchAction,
  /** Who takes them over, at the same time. */
  staffId: z.uuid().nullish(),
  /** Of a cancellation or another person. */
  reason: z.string().trim().max(500).nullish(),
  notifyCustomer: z.boolean().default(true),
  /** What a policy warns of was read and accepted, for all of them. */
  isConfirmed: z.boolean().default(false),
});
export type ChangeAppointmentsInput = z.infer<typeof changeAppointmentsInput>;

/** What came of each: one that is refused keeps none of the others from happening. */
export const changedAppointments = z.object({
  changed: z.int(),
  refused: z.int(),
  results: z.array(
    z.object({
      appointmentId: z.uuid(),
      success: z.boolean(),
      error: z.object({ code: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
export type ChangedAppointments = z.infer<typeof changedAppointments>;

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
  priceCents: z.int(),
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
  /** Places in a group class; null for an appointment of one's own. */
  partySize: z.int().nullable(),
  cancellationReason: z.string().nullable(),
  moveCount: z.int(),
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
