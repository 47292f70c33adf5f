import type { SeedService, SeedStaff } from "../business";
import type { CustomerDraft } from "../customers/draft";

export type Source = "phone" | "web" | "portal" | "calcom";

/** An appointment of the story; the row, its parts, its changes and its message are all told from this. */
export interface PlannedAppointment {
  index: number;
  customer: CustomerDraft;
  service: SeedService;
  staff: SeedStaff;
  branch: string;
  startsAt: Date;
  endsAt: Date;
  blockedFrom: Date;
  blockedUntil: Date;
  priceCents: number;
  status: "pending" | "confirmed" | "completed" | "cancelled" | "no_show";
  source: Source;
  bookedAt: Date;
  cancelledAt: Date | null;
  cancellationReason: string | null;
  /** Where it stood before the customer moved it. */
  movedFrom: { startsAt: Date; movedAt: Date; callIndex: number } | null;
  bookedInCall: number | null;
  cancelledInCall: number | null;
}

export const isActive = ({ status }: PlannedAppointment): boolean => status === "pending" || status === "confirmed";
