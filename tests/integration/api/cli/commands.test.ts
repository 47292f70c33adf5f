import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "@/server/api/cli/all-commands";
import { platformClient } from "@/server/core/db";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { cli, cliJson, startCli } from "../../../support/cli";
import { createUser } from "../../../support/factories";

let salon: BookableCompany;
let email: string;
const NUMBER = "+493023125800";
beforeAll(async () => {
  salon = await createBookableCompany();
  ({ email } = await createUser(salon.company, { name: "Toni Test" }));
  await cli(["phone:add", "--company", salon.company.companyId, "--number", NUMBER]);
});

/** How each command is called so that it can do its work; whatever changes something is tried dry. */
const calls = (): Record<string, string[]> => ({
  about: [],
  "audit:erase": [
    ...["--company", salon.company.companyId, "--customer", salon.customer.id, "--reason", "Auf Wunsch", "--dry-run"],
  ],
  "audit:verify": ["--company", salon.company.companyId],
  "calcom:drift": ["--company", salon.company.companyId],
  "calcom:import-directly": ["--company", salon.company.companyId, "--dry-run"],
  "calcom:sync-check": ["--company", salon.company.companyId],
  "data:cleanup": ["--dry-run"],
  "data:verify": [],
  "debug:appointments": ["--company", salon.company.companyId, "--service", salon.service.id],
  "debug:working-hours": ["--company", salon.company.companyId, "--staff", salon.staff.id],
  "health:check": [],
  "notifications:prune": ["--dry-run"],
  "phone:add": ["--company", salon.company.companyId, "--number", "+493023125801", "--dry-run"],
  "phone:list": ["--company", salon.company.companyId],
  "phone:remove": ["--company", salon.company.companyId, "--number", NUMBER, "--dry-run"],
  "portal:regenerate-token": ["--email", email, "--dry-run"],
  "portal:user": ["--email", email],
  "preflight:check": [],
  "queue:failed": [],
  "queue:retry": ["--all", "--dry-run"],
  "queue:status": [],
  "secrets:rotate": ["--dry-run"],
  "session:clear": ["--email", email, "--dry-run"],
  "speech:parse": ["--text", "morgen um drei", "--now", "2026-11-24T10:00:00+01:00"],
  "user:create": ["--email", "new@example.com", "--name", "Neu", "--company", salon.company.companyId, "--dry-run"],
  "webhooks:retry": ["--hours", "5", "--dry-run"],
});

/** Promised to other programs as they are, without the envelope. */
const BARE: Record<string, unknown> = { "speech:parse": { ranges: [expect.anything()], exclude: [] } };
/** The salon is connected with nothing: what asks over there is tried in tests/integration/calcom. */
const NOT_CONNECTED = { success: false, error: { message: expect.stringContaining("Cal.com") } };
const ANSWERS: Record<string, unknown> = {
  ...BARE,
  "calcom:import-directly": NOT_CONNECTED,
  "calcom:sync-check": NOT_CONNECTED,
};

describe.each(COMMANDS.map(({ name, isChange }) => ({ name, isChange })))("$name", ({ name, isChange }) => {
  it("explains itself", async () => {
    const { code, out } = await cli([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--json");
    expect(out.includes("--dry-run")).toBe(isChange === true);
  });

  it("answers with one JSON document, and a program sees by the code how it went", async () => {
    const { code, out, err } = await cli([name, ...(calls()[name] ?? ["?"]), "--json"]);
    expect(JSON.parse(out)).toMatchObject(ANSWERS[name] ?? { success: true, data: expect.anything() });
    expect([0, 1]).toContain(code);
    expect(err).toBe("");
  });

  it("answers people in lines", async () => {
    const { out } = await cli([name, ...(calls()[name] ?? ["?"])]);
    expect(out).not.toMatch(/undefined|\[object|^\s*\{/);
  });

  it("refuses an option that it does not know", async () => {
    const { code, out } = await cli([name, "--nonsense", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
  });
});

it("debug:appointments tells the free times of a service, or why there are none", async () => {
  const { company, service, staff } = salon;
  const asked = ["debug:appointments", "--company", company.companyId, "--service", service.id];
  expect((await cliJson(asked)).answer.data.free).toMatchObject({ reason: null, first: expect.any(String) });
  expect((await cli(asked)).out).toMatch(/\d+ free times, the first 2/);
  const hours = { companyId: company.companyId, staffId: staff.id };
  await platformClient().workingHour.updateMany({ where: hours, data: { isAvailable: false } });
  expect((await cliJson(asked)).answer.data.free).toEqual({ count: 0, first: null, reason: "staff_absent" });
  expect((await cli(asked)).out).toContain("no free time: staff_absent");
  await platformClient().workingHour.updateMany({ where: hours, data: { isAvailable: true } });
});

describe("the error shape", () => {
  it("is that of every door, in the language asked for", async () => {
    const { code, answer } = await cliJson(["portal:user", "--email", "nobody@example.com", "--lang", "de"]);
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      success: false,
      error: { code: "NOT_FOUND", message: expect.stringContaining("gibt es nicht"), request_id: expect.any(String) },
    });
  });

  it("names each wrong option", async () => {
    const { code, answer } = await cliJson(["user:create", "--name", "x", "--company", "x"]);
    expect(code).toBe(2);
    expect(answer.error.errors.map(({ field }: { field: string }) => field)).toEqual(["email"]);
  });

  it.each([["--company", "nobody-of-that-name"]])("knows no company %s %s", async (...option) => {
    expect(await cliJson(["data:verify", ...option])).toMatchObject({
      code: 1,
      answer: { error: { code: "NOT_FOUND" } },
    });
  });
});

it("starts as a process that writes JSON to standard output and nothing else", async () => {
  const { code, out } = await startCli(["health:check", "--json"], { LOG_LEVEL: "debug" }).ended();
  expect(JSON.parse(out)).toMatchObject({ success: true, data: { database: "ok" } });
  expect(code).toBe(0);
});

it("ends with 3 on a fault, and says no more than its request", async () => {
  const broken = {
    APP_DATABASE_URL: "postgresql://app_rw:hunter2@127.0.0.1:1/x_test",
    PLATFORM_DATABASE_URL: "postgresql://p:hunter2@127.0.0.1:1/x_test",
  };
  const { code, out, err } = await startCli(["queue:status", "--json"], { ...broken, LOG_LEVEL: "debug" }).ended();
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ error: { code: "INTERNAL" } });
  expect(out + err).not.toContain("hunter2");
}, 60_000);
