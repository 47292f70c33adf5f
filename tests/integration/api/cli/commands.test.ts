import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "@/server/api/cli/all-commands";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { cli, cliJson, startCli } from "../../../support/cli";
import { createUser } from "../../../support/factories";

let salon: BookableCompany;
let email: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  ({ email } = await createUser(salon.company, { name: "Toni Test" }));
});

/** How each command is called so that it can do its work; whatever changes something is tried dry. */
const calls = (): Record<string, string[]> => ({
  about: [],
  "audit:verify": ["--company", salon.company.companyId],
  "data:verify": [],
  "debug:appointments": ["--company", salon.company.companyId, "--branch", salon.company.branchId],
  "debug:working-hours": ["--company", salon.company.companyId, "--staff", salon.staff.id],
  "health:check": [],
  "notifications:prune": ["--dry-run"],
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

describe.each(COMMANDS.map(({ name, isChange }) => ({ name, isChange })))("$name", ({ name, isChange }) => {
  it("explains itself", async () => {
    const { code, out } = await cli([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--json");
    expect(out.includes("--dry-run")).toBe(isChange === true);
  });

  it("answers with one JSON document, and a program sees by the code how it went", async () => {
    const { code, out, err } = await cli([name, ...(calls()[name] ?? ["?"]), "--json"]);
    expect(JSON.parse(out)).toMatchObject(BARE[name] ?? { success: true, data: expect.anything() });
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
