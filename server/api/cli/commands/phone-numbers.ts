import { z } from "zod";
import { addPhoneNumber } from "@/server/calls/platform/commands/add-phone-number";
import { removePhoneNumber } from "@/server/calls/platform/commands/remove-phone-number";
import { listPhoneNumbers } from "@/server/calls/platform/queries/list-phone-numbers";
import { addPhoneNumberInput } from "@/server/calls/platform/schema";
import { notFound } from "@/server/core/errors";
import { toE164 } from "@/server/customers/rules";
import { type CliContext, defineCommand } from "../command";
import { companyField, companyOption, openCompany } from "../company-option";

const dryRun = z.boolean().default(false);
const { number, retellAgentId } = addPhoneNumberInput.shape;
const numberOption: [string, string] = ["--number <number>", 'the number, with its country: "+49 30 901820"'];

export const phoneList = defineCommand({
  name: "phone:list",
  permission: "view_companies",
  summary: "the telephone numbers that lead to a company",
  options: [companyOption],
  input: z.strictObject({ company: companyField }),
  async run({ company }, ctx) {
    const numbers = await numbersOf(ctx, company);
    const lines = numbers.map(({ number, branch, retellAgentId }) => {
      return `${number.padEnd(16)} ${branch.name}, branch ${branch.id}, agent ${retellAgentId ?? "–"}`;
    });
    return { data: { numbers }, lines: lines.length > 0 ? lines : ["none"] };
  },
});

export const phoneAdd = defineCommand({
  name: "phone:add",
  permission: "edit_companies",
  summary: "let a telephone number lead to a company",
  options: [
    companyOption,
    numberOption,
    ["--branch <id>", "where its callers are (default: the company's default branch)"],
    ["--agent <id>", "the agent at Retell, which calls from a web page are known by"],
  ],
  isChange: true,
  input: z.strictObject({ company: companyField, number, branch: z.uuid().optional(), agent: retellAgentId, dryRun }),
  async run({ company, number, branch, agent, dryRun }, ctx) {
    const { companyId } = await openCompany(ctx, company);
    const wish = { companyId, number, branchId: branch, retellAgentId: agent, isDryRun: dryRun };
    const added = await addPhoneNumber(ctx.platform, wish);
    const verb = dryRun ? "would lead" : "leads";
    return { data: { companyId, ...added }, lines: [`${added.number} ${verb} to ${company}`] };
  },
});

export const phoneRemove = defineCommand({
  name: "phone:remove",
  permission: "edit_companies",
  summary: "take a telephone number from a company; its calls stay",
  options: [companyOption, numberOption],
  isChange: true,
  input: z.strictObject({ company: companyField, number, dryRun }),
  async run({ company, number, dryRun }, ctx) {
    const { companyId } = await openCompany(ctx, company);
    const row = (await numbersOf(ctx, company)).find((one) => one.number === toE164(number, "DE"));
    if (!row) throw notFound("phone_number");
    const removed = await removePhoneNumber(ctx.platform, { companyId, phoneNumberId: row.id, isDryRun: dryRun });
    const verb = dryRun ? "would lead" : "leads";
    return { data: { companyId, ...removed }, lines: [`${removed.number} ${verb} to ${company} no more`] };
  },
});

async function numbersOf(ctx: CliContext, company: string) {
  const { companyId } = await openCompany(ctx, company);
  return listPhoneNumbers(ctx.platform, { companyId });
}
