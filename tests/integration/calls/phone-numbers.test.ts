import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { cliJson } from "../../support/cli";
import { createBranch, createService, createStaff, createTenantWithCompany } from "../../support/factories";
import { callerWith, chainOf, createOperator } from "../../support/operators";
import { ask, askRaw, ringing } from "../../support/telephone";

type Platform = Awaited<ReturnType<typeof callerWith>>["platform"];
let platform: Platform;
let tenantId: string;
beforeEach(async () => {
  platform = (await callerWith((await createOperator()).token)).platform;
  ({ tenantId } = await createTenantWithCompany());
});

let given = 0;
const newNumber = () => `+4930231250${String(given++).padStart(2, "0")}`;

/** As an operator makes one: a company with a first branch, and nothing else. */
async function createFresh() {
  const words = { name: "Salon Neu", slug: `salon-${newId().slice(-12)}`, industry: "beauty" as const };
  const first = { branchName: "Hauptfiliale", ownerEmail: `${newId()}@example.com` };
  return platform.companies.create({ tenantId, ...words, ...first });
}

const callTo = (toNumber: string) =>
  ringing({ toNumber, retellAgentId: "agent_of_nobody" } as Parameters<typeof ringing>[0]);

describe("a number that an operator adds", () => {
  it("leads the telephone's questions to a company that was made a moment ago", async () => {
    const { companyId } = await createFresh();
    const branch = await createBranch({ companyId, timezone: "Europe/Berlin" });
    const service = await createService({ companyId, branchId: branch.id }, { name: "Haarschnitt" });
    await createStaff({ companyId, branchId: branch.id }, { serviceIds: [service.id] });
    const number = newNumber();
    await platform.phoneNumbers.add({
      companyId,
      number: ` ${number.slice(0, 3)} ${number.slice(3)}`,
      branchId: branch.id,
    });
    const answer = await ask("check-availability", callTo(number), { service: "Haarschnitt", date: "nächste Woche" });
    expect(answer.slots?.length ?? answer.alternatives?.length).toBeGreaterThan(0);
    const call = await platformClient().call.findFirstOrThrow({ where: { companyId } });
    expect(call).toMatchObject({ branchId: branch.id, toNumber: number });
  });

  it("stands in the list, at the default branch unless another is named, with its agent", async () => {
    const { companyId } = await createFresh();
    const [number, retellAgentId] = [newNumber(), `agent_${newId()}`];
    await platform.phoneNumbers.add({ companyId, number, retellAgentId });
    expect(await platform.phoneNumbers.list({ companyId })).toMatchObject([
      { number, numberText: expect.stringContaining("030"), branch: { name: "Hauptfiliale" }, retellAgentId },
    ]);
    const agent = await platformClient().retellAgent.findFirstOrThrow({ where: { retellAgentId } });
    expect(agent).toMatchObject({ companyId, language: "de-DE", isActive: true });
  });

  it("is one that exists, at a branch of that very company", async () => {
    const { companyId } = await createFresh();
    for (const number of ["030 901820", "+49", "+491", "siebzehn"])
      await expect(platform.phoneNumbers.add({ companyId, number })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const { branchId } = await createTenantWithCompany();
    const elsewhere = platform.phoneNumbers.add({ companyId, number: newNumber(), branchId });
    await expect(elsewhere).rejects.toThrow("branch_not_found");
  });

  it("leads to one company only, also when two operators give it away at once", async () => {
    const [first, second] = [await createFresh(), await createFresh()];
    const number = newNumber();
    const tries = await Promise.allSettled(
      [first, second].map(({ companyId }) => platform.phoneNumbers.add({ companyId, number })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({ reason: { message: "number_taken" } });
  });

  it("stands in the audit of the platform and of the company, when it comes and when it goes", async () => {
    const { companyId } = await createFresh();
    const number = newNumber();
    await platform.phoneNumbers.add({ companyId, number });
    const [row] = await platform.phoneNumbers.list({ companyId });
    await platform.phoneNumbers.remove({ companyId, phoneNumberId: row?.id ?? "" });
    for (const chain of [await chainOf(companyId), await chainOf(null)])
      expect(chain.slice(-2)).toMatchObject([
        { action: "add_phone_numbers", newValues: { number } },
        { action: "remove_phone_numbers", oldValues: { number } },
      ]);
  });
});

describe("a number that is removed", () => {
  it("answers nobody, keeps its calls, and may lead to somebody else with its agent", async () => {
    const [first, second] = [await createFresh(), await createFresh()];
    const [number, retellAgentId] = [newNumber(), `agent_${newId()}`];
    await platform.phoneNumbers.add({ ...first, number, retellAgentId });
    const [row] = await platform.phoneNumbers.list(first);
    await ask("check-customer", callTo(number));
    const other = platform.phoneNumbers.add({ ...second, number: newNumber(), retellAgentId });
    await expect(other).rejects.toThrow("agent_taken");

    await expect(platform.phoneNumbers.remove({ ...second, phoneNumberId: row?.id ?? "" })).rejects.toThrow(
      "phone_number_not_found",
    );
    await platform.phoneNumbers.remove({ ...first, phoneNumberId: row?.id ?? "" });
    expect(await platform.phoneNumbers.list(first)).toEqual([]);
    await platform.phoneNumbers.add({ ...second, number, retellAgentId });
    const calls = await platformClient().call.findMany({ where: { phoneNumberId: row?.id ?? "" } });
    expect(calls).toMatchObject([{ companyId: first.companyId }]);
  });
});

it("is the same line again for the company that had it before, with its calls, at the branch that is named now", async () => {
  const [ours, theirs] = [await createFresh(), await createFresh()];
  const number = newNumber();
  const lineOf = async (company: { companyId: string }) => (await platform.phoneNumbers.list(company))[0]?.id ?? "";
  await platform.phoneNumbers.add({ ...ours, number, retellAgentId: `agent_${newId()}` });
  const first = await lineOf(ours);
  await ask("check-customer", callTo(number));
  await platform.phoneNumbers.remove({ ...ours, phoneNumberId: first });
  await platform.phoneNumbers.add({ ...theirs, number });
  await expect(platform.phoneNumbers.add({ ...ours, number })).rejects.toThrow("number_taken");
  await platform.phoneNumbers.remove({ ...theirs, phoneNumberId: await lineOf(theirs) });
  const { companyId } = ours;
  const branch = await createBranch({ companyId, timezone: "Europe/Berlin" });
  await platform.phoneNumbers.add({ companyId, number, branchId: branch.id });
  const rows = await platformClient().phoneNumber.findMany({ where: { companyId, e164: number } });
  expect(rows).toMatchObject([{ id: first, branchId: branch.id, agentId: null, isActive: true }]);
  expect(await platformClient().call.count({ where: { phoneNumberId: first } })).toBe(1);
});

describe("the command line", () => {
  it("adds, lists and removes a number", async () => {
    const { companyId } = await createFresh();
    const number = newNumber();
    const add = ["phone:add", "--company", companyId, "--number", number];
    const inTheList = async () => (await cliJson(["phone:list", "--company", companyId])).answer.data.numbers;
    expect(await cliJson([...add, "--dry-run"])).toMatchObject({ code: 0, answer: { data: { phoneNumberId: null } } });
    expect(await inTheList()).toEqual([]);
    expect(await cliJson(add)).toMatchObject({ code: 0, answer: { data: { number } } });
    expect(await inTheList()).toMatchObject([{ number }]);
    expect(await cliJson(add)).toMatchObject({ answer: { error: { code: "VALIDATION_ERROR" } } });
    const remove = ["phone:remove", "--company", companyId, "--number", number];
    expect(await cliJson(remove)).toMatchObject({ code: 0 });
    expect(await inTheList()).toEqual([]);
    expect(await cliJson(remove)).toMatchObject({ code: 1, answer: { error: { code: "NOT_FOUND" } } });
    const unknown = await askRaw(
      "check-customer",
      JSON.stringify({ name: "check-customer", call: callTo(number), args: {} }),
    );
    expect(await unknown.json()).toMatchObject({ success: false });
  });
});
