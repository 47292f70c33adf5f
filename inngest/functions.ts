import type { InngestFunction } from "inngest";
import { sweepCalcom } from "./calcom/sweep-calcom";
import { syncAppointmentToCalcom } from "./calcom/sync-appointment-to-calcom";
import { closeOverdueCallJob } from "./calls/close-overdue-call";
import { closeStaleCalls } from "./calls/close-stale-calls";
import { processRetellWebhook } from "./calls/process-retell-webhook";

/** Every function that is served: one line for each file in `inngest/<context>/`. */
export const functions: InngestFunction.Any[] = [
  processRetellWebhook,
  closeOverdueCallJob,
  closeStaleCalls,
  syncAppointmentToCalcom,
  sweepCalcom,
];
