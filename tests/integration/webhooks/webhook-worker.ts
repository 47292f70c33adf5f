// Works deliveries off in a process of its own, for a test that kills it.
import { processCalcomWebhookJob } from "@/inngest/calcom/process-calcom-webhook";
import { processRetellWebhook } from "@/inngest/calls/process-retell-webhook";
import { inngest } from "@/inngest/client";
import { processMessageWebhookJob } from "@/inngest/notifications/process-message-webhook";
import { processBinding } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { startOutboxPublisher } from "@/server/core/outbox-publisher";

const connectionString = process.env.PLATFORM_DATABASE_URL ?? "";
const functions = [processRetellWebhook, processCalcomWebhookJob, processMessageWebhookJob];
await createRunner({ connectionString, client: inngest, functions, binding: processBinding() }).start();
await startOutboxPublisher({
  connectionString,
  send: async (events) => {
    await inngest.send(events);
  },
});
