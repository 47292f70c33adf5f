import { z } from "zod";
import { eraseLog } from "@/server/operations/erasure/commands/erase-log";
import { countLogOf } from "@/server/operations/erasure/queries/count-log-of";
import { eraseLogInput } from "@/server/operations/erasure/schema";
import { defineCommand } from "../command";
import { companyField, companyOption, openCompany } from "../company-option";

export const auditErase = defineCommand({
  name: "audit:erase",
  permission: "edit_platform",
  summary: "forget what a company's audit log says about a person; the entries and their chain stay",
  options: [
    companyOption,
    ["--customer <id>", "a customer, with everything that belongs to them"],
    ["--user <id>", "or somebody who works or worked there"],
    ["--reason <text>", "what stands in the entry about the erasure"],
  ],
  isChange: true,
  input: z.strictObject({
    company: companyField,
    customer: z.uuid().optional(),
    user: z.uuid().optional(),
    reason: z.string(),
    dryRun: z.boolean().default(false),
  }),
  async run({ company, customer, user, reason, dryRun }, ctx) {
    const input = eraseLogInput.parse({ customerId: customer, userId: user, reason });
    const place = await openCompany(ctx, company);
    const { entries } = dryRun ? await countLogOf(place, input) : await eraseLog(place, input);
    const verb = dryRun ? "would lose" : "lost";
    return { data: { entries, isDryRun: dryRun }, lines: [`${entries} entries ${verb} their values`] };
  },
});
