import { z } from "zod";
import { findCompanies } from "@/server/operations/platform/queries/find-companies";
import { verifyData } from "@/server/operations/platform/queries/verify-data";
import { defineCommand } from "../command";
import { companyField, companyOption } from "../company-option";

export const dataVerify = defineCommand({
  name: "data:verify",
  permission: "view_platform",
  summary: "whether rows agree with each other where no constraint can hold them to it",
  options: [companyOption],
  input: z.strictObject({ company: companyField.optional() }),
  async run({ company }, { platform }) {
    const [only] = company === undefined ? [] : await findCompanies(platform, company);
    const findings = await verifyData(platform, { companyId: only?.id ?? null });
    const bad = findings.filter(({ count }) => count > 0);
    return {
      data: { findings },
      lines: findings.map(({ check, count, examples }) => {
        return count === 0 ? `ok      ${check}` : `FOUND   ${check}: ${count} (${examples.join(", ")})`;
      }),
      hasFindings: bad.length > 0,
    };
  },
});
