import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { deriveHolidays } from "@/server/availability/holidays/commands/derive-holidays";
import { listCompaniesWithoutHolidays } from "@/server/availability/holidays/queries/list-companies-without-holidays";
import { jobContext } from "@/server/core/context";

/** A branch that is new or has moved gets the holidays of its place; with each new year everybody gets another one. */
export const deriveHolidaysJob = inngest.createFunction(
  { id: "derive-holidays", triggers: [{ cron: "*/10 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("find-companies", () => listCompaniesWithoutHolidays({ now: new Date() }));
    for (const companyId of companyIds)
      await step.run(`derive-for-${companyId}`, () => deriveHolidays(jobContext({ companyId }, "derive-holidays")));
  },
);
