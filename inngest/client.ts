import { Inngest } from "inngest";
import { jobsLogger } from "./logger";
import { RetryPolicy } from "./retry";
import { embeddedOptions, jobsMode, processBinding } from "./runner/mode";
import { sendFromApp } from "./runner/sender";

/**
 * The one client. Without INNGEST_* keys it talks to the embedded runner, with them to Inngest itself; the functions
 * don't know. A half-configured environment throws here, at the start.
 */
export const inngest = new Inngest({
  id: "askproai",
  checkpointing: { maxRuntime: "50s" },
  middleware: [RetryPolicy],
  logger: jobsLogger,
  internalLogger: jobsLogger,
  ...(jobsMode() === "embedded" ? embeddedOptions(processBinding(sendFromApp)) : {}),
});
