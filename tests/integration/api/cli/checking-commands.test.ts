import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { withClient } from "../../../../scripts/database.mjs";
import { ownerOf } from "../../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../../support/booking";
import { tamper, writeEntries } from "../../../support/chain";
import { cli, cliJson } from "../../../support/cli";
import { createUser } from "../../../support/factories";

let salon: BookableCompany;
let email: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  ({ email } = await createUser(salon.company, { name: "Toni Test" }));
});

describe("what looks for faults", () => {
  it("names companies that nobody can call, until a number leads there", async () => {
    const { companyId } = salon.company;
    const { slug } = await platformClient().company.findUniqueOrThrow({ where: { id: companyId } });
    const telephone = async () => {
      const { checks } = (await cliJson(["preflight:check"])).answer.data;
      return checks.find(({ name }: { name: string }) => name === "telephone");
    };
    expect(await telephone()).toMatchObject({ status: "warning", detail: expect.stringContaining(slug) });
    await cli(["phone:add", "--company", slug, "--number", "+493023125850"]);
    expect(await telephone()).toMatchObject({ status: "ok" });
  });

  it("names the first broken link of a company's chain, and holds it to a link noted earlier", async () => {
    const company = (await createBookableCompany()).company;
    const { companyId } = company;
    await writeEntries(ownerOf(company), [
      { action: "edit_customers" },
      { action: "edit_staff" },
      { action: "edit_roles" },
    ]);
    const args = ["audit:verify", "--company", companyId];
    const whole = await cliJson(args);
    const { head } = whole.answer.data.chains[0];
    expect(whole).toMatchObject({ code: 0, answer: { data: { chains: [{ checked: 3, broken: null }] } } });
    expect((await cli([...args, "--anchor", `3:${head.hash}`])).code).toBe(0);
    expect((await cli([...args, "--anchor", `2:${head.hash}`])).code).toBe(1);
    expect((await cli(["audit:verify", "--anchor", `3:${head.hash}`])).code).toBe(2);
    await tamper(companyId, "UPDATE activity_logs SET action = 'view_customers' WHERE sequence = 2");
    const { code, out } = await cli(args);
    expect(code).toBe(1);
    expect(out).toMatch(/^BROKEN .*at sequence 2, entry [0-9a-f-]{36} differs in action/);
  });

  it("verifies the platform's own chain with the others", async () => {
    await cli(["session:clear", "--email", email]);
    const { answer } = await cliJson(["audit:verify"]);
    const platform = answer.data.chains.find(({ companyId }: { companyId: string | null }) => companyId === null);
    expect(platform).toMatchObject({ name: "platform", broken: null });
    expect(platform.checked).toBeGreaterThan(0);
    await withClient(process.env.DATABASE_URL ?? "", async (client) => {
      await client.query("ALTER TABLE activity_logs DISABLE TRIGGER USER");
    });
    const changed = await platformClient().$executeRaw`
      UPDATE activity_logs SET actor = '{"kind":"system","name":"nobody"}' WHERE company_id IS NULL AND sequence = 1`;
    expect(changed).toBe(1);
    const after = await cliJson(["audit:verify"]);
    expect(after.code).toBe(1);
    expect(after.answer.data.chains).toContainEqual(
      expect.objectContaining({
        companyId: null,
        broken: expect.objectContaining({ sequence: 1, differs: ["actor"] }),
      }),
    );
  });

  it("finds rows that contradict each other", async () => {
    const other = await createBookableCompany();
    const { appointment } = await bookAppointment(ownerOf(other.company), wishOf(other));
    const company = ["--company", other.company.companyId];
    expect((await cli(["data:verify", ...company])).code).toBe(0);
    await platformClient().branch.updateMany({
      where: { companyId: other.company.companyId },
      data: { isDefault: false },
    });
    await platformClient().appointmentSegment.updateMany({
      where: { appointmentId: appointment.id },
      data: { endsAt: new Date(appointment.endsAt.getTime() + 1) },
    });
    const { code, answer } = await cliJson(["data:verify", ...company]);
    expect(code).toBe(1);
    const found = answer.data.findings.filter(({ count }: { count: number }) => count > 0);
    expect(found.map(({ check }: { check: string }) => check).sort()).toEqual([
      "companies_without_one_main_branch",
      "segments_outside_their_appointment",
    ]);
  });
});
