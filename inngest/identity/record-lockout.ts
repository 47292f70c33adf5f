import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { recordLockout } from "@/server/identity/commands/record-lockout";
import { memberLocked } from "@/server/identity/events";

/** Away from the sign-in itself, which must take as long for an account that exists as for one that does not. */
export const recordLockoutJob = inngest.createFunction(
  { id: "record-lockout", triggers: [memberLocked], retries: JOB_RETRIES },
  async ({ event, step }) => step.run("record-lockout", () => recordLockout(event.data)),
);
