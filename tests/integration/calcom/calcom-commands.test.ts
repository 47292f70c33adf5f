import { beforeEach, describe, expect, it } from "vitest";
import { addDays, fromWall, toLocal, weekdayOf } from "@/server/core/time";
import { cli, cliJson } from "../../support/cli";
import { type ConnectedCompany, createConnectedCompany, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere } from "./inbound-deliveries";

withSandbox({ now: () => new Date() });
let ours: ConnectedCompany;
beforeEach(async () => {
  ours = await createConnectedCompany();
});

/** Commands live in real time: a day of the coming week on which the shop is open. */
function soon(): Date {
  const today = toLocal("Europe/Berlin", Date.now()).date;
  const day = addDays(today, weekdayOf(addDays(today, 2)) === 0 ? 3 : 2);
  return new Date(fromWall("Europe/Berlin", day, 11 * 60));
}

describe("Cal.com from the command line", () => {
  const of = (command: string, ...more: string[]) => cliJson([command, "--company", ours.company.companyId, ...more]);

  it("compares, imports what is missing once, and finds nothing afterwards", async () => {
    await bookThere(ours, { at: soon() });
    const missing = { issue: "missing_in_platform", appointmentId: null };
    expect(await of("calcom:sync-check")).toMatchObject({ code: 1, answer: { data: { details: [missing] } } });
    const dry = await of("calcom:import-directly", "--dry-run");
    expect(dry).toMatchObject({ code: 0, answer: { data: { isDryRun: true, kinds: { missing_in_platform: 1 } } } });
    expect(await appointmentsOf(ours)).toEqual([]);
    const imported = await of("calcom:import-directly", "--days", "20", "--future", "20");
    expect(imported).toMatchObject({ code: 0, answer: { data: { state: "finished", counts: { created: 1 } } } });
    expect(await appointmentsOf(ours)).toHaveLength(1);
    expect(await of("calcom:sync-check")).toMatchObject({ code: 0, answer: { data: { driftDetected: false } } });
    expect(await of("calcom:drift")).toMatchObject({ code: 0, answer: { data: { rate: { open: 0, resolved: 1 } } } });
  });

  it("tells how it is used, and what stands in its way", async () => {
    const help = await cli(["calcom:import-directly", "--help"]);
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining("--future <days>") });
    const nowhere = ["--company", "nobody-of-this-name"];
    expect((await cli(["calcom:drift", ...nowhere])).code).not.toBe(0);
    const nothing = await of("calcom:import-directly", "--days", "0", "--future", "0");
    expect(nothing).toMatchObject({ code: 2, answer: { error: { code: "VALIDATION_ERROR" } } });
  });
});
