import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { callVerificationRequested } from "@/server/calls/events";
import { jobContext } from "@/server/core/context";
import { sendVerificationCode } from "@/server/notifications/commands/send-verification-code";

/** A caller waits on the line for this one. */
export const sendVerificationCodeJob = inngest.createFunction(
  {
    id: "send-verification-code",
    triggers: [callVerificationRequested],
    priority: { run: "300" },
    retries: JOB_RETRIES,
  },
  async ({ event, step }) => {
    const { customerId, phone, codeEncrypted, callId } = event.data;
    const eventId = event.id ?? `${callId}:${event.ts}`;
    const request = { customerId, phone, codeEncrypted, eventId };
    await step.run("queue-code", () => sendVerificationCode(jobContext(event.data, "send-verification-code"), request));
  },
);
