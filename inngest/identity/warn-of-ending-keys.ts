import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { jobContext } from "@/server/core/context";
import { warnOfEndingKeys } from "@/server/identity/api-keys/commands/warn-of-ending-keys";
import { listCompaniesWithEndingKeys } from "@/server/identity/api-keys/queries/list-companies-with-ending-keys";

/** Every hour; a key that was told of is marked in the same transaction, so nobody hears twice. */
export const warnOfEndingKeysJob = inngest.createFunction(
  { id: "warn-of-ending-keys", triggers: [{ cron: "7 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("list-companies", () => listCompaniesWithEndingKeys());
    for (const companyId of companyIds)
      await step.run(`warn-${companyId}`, () => warnOfEndingKeys(jobContext({ companyId }, "warn-of-ending-keys")));
  },
);
