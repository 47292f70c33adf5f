import type { BatchAction } from "@/server/appointments/batches/schema";

export type BulkAction = BatchAction | "remind";

/** The right to the step itself; that to many at once comes on top. */
export const BULK_PERMISSIONS: Record<BulkAction, string> = {
  confirm: "confirm_appointments",
  start: "start_appointments",
  complete: "complete_appointments",
  no_show: "mark_no_show_appointments",
  reassign: "reschedule_appointments",
  remind: "edit_appointments",
  cancel: "cancel_appointments",
  delete: "cancel_appointments",
};

/** Frees time or gives it to somebody else: the customer may be told, and a policy may warn. */
export const TELLS_CUSTOMER: readonly BulkAction[] = ["cancel", "delete", "reassign"];
