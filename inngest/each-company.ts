import type { GetStepTools } from "inngest";
import type { inngest } from "./client";
import { jobsLogger } from "./logger";

type Steps = Pick<GetStepTools<typeof inngest>, "run">;

export interface CompanySweep {
  /** What is done for each; the step's name begins with it. */
  name: string;
  companyIds: string[];
}

/**
 * Does the same for many companies, a step for each, side by side: while one company's is tried again, the others' is
 * done. One that has failed for good is logged and counted, and stops nobody.
 */
export async function eachCompany(
  step: Steps,
  { name, companyIds }: CompanySweep,
  work: (companyId: string) => Promise<unknown>,
): Promise<{ done: number; failed: number }> {
  const results = await Promise.allSettled(companyIds.map((id) => step.run(`${name}-${id}`, () => work(id))));
  let failed = 0;
  for (const [index, result] of results.entries()) {
    if (result.status === "fulfilled") continue;
    failed += 1;
    jobsLogger.error({ companyId: companyIds[index], err: result.reason }, `${name} failed`);
  }
  return { done: results.length - failed, failed };
}
