import type { WorkView } from "@/server/operations/schema";

type Kind = WorkView["kind"];
export type RetryableKind = Exclude<Kind, "events" | "jobs">;

interface Place {
  /** Where each of them is seen and tried again by itself. */
  list: { waiting: string; failed: string; permission: string } | null;
  retry: { kind: RetryableKind; permission: string } | null;
}

const calcom = (state: "pending" | "failed") => `/appointments?period=range&calcom=${state}`;

/** Where one sees the work of a kind, and who may have all of it tried again. */
export const WORK_PLACES: Record<Kind, Place> = {
  messages: {
    list: { waiting: "/messages?status=overdue", failed: "/messages?status=failed", permission: "view_appointments" },
    retry: { kind: "messages", permission: "edit_appointments" },
  },
  appointments: {
    list: { waiting: calcom("pending"), failed: calcom("failed"), permission: "view_appointments" },
    retry: { kind: "appointments", permission: "edit_appointments" },
  },
  deliveries: {
    list: {
      waiting: "/settings/webhooks?status=received&period=7d",
      failed: "/settings/webhooks?status=failed&period=7d",
      permission: "view_webhooks",
    },
    retry: { kind: "deliveries", permission: "retry_webhooks" },
  },
  events: { list: null, retry: null },
  jobs: { list: null, retry: null },
};
