import type { AppointmentStatus } from "@/server/appointments/schema";
import type { ExceptionState } from "@/server/availability/exceptions/schema";
import type { ExceptionKind } from "@/server/availability/schema";

/** All that a message may tell, as it stands when it is written. */
export interface MessageFacts {
  company: { name: string; locale: string; email: string | null; phone: string | null };
  /** Where it happens, or whose telephone rang. */
  branch: BranchFacts | null;
  customer: CustomerFacts | null;
  appointment: AppointmentFacts | null;
  call: CallFacts | null;
  callback: CallbackFacts | null;
  absence: AbsenceFacts | null;
  code: string | null;
}

export interface BranchFacts {
  id: string;
  name: string;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  phone: string | null;
  email: string | null;
  timezone: string;
}

export interface CustomerFacts {
  id: string;
  name: string;
  email: string | null;
  language: string;
  isSmsAllowed: boolean;
  /** Deleted or made anonymous: nobody to write to. */
  isGone: boolean;
  phones: string[];
}

export interface AppointmentFacts {
  id: string;
  status: AppointmentStatus;
  startsAt: Date;
  customerId: string;
  serviceId: string;
  staffId: string;
  serviceName: string;
  staffName: string;
  /** By then it can still be cancelled for free. */
  cancelDeadline: Date | null;
  calendarLink: string;
}

export interface CallFacts {
  id: string;
  startedAt: Date;
  durationSec: number | null;
  phone: string | null;
  summary: string | null;
  outcome: string;
  link: string;
}

export interface CallbackFacts {
  id: string;
  name: string | null;
  phone: string | null;
  reason: string;
  preferredTimes: string | null;
  dueAt: Date;
  link: string;
}

export interface AbsenceFacts {
  id: string;
  state: ExceptionState;
  kind: ExceptionKind;
  staffName: string;
  /** Where the person reads mails of the business. */
  staffEmail: string | null;
  startsAt: Date;
  endsAt: Date;
  isWholeDays: boolean;
  timezone: string;
  reason: string | null;
  decisionNote: string | null;
  link: string;
}
