import { beforeEach, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.RETELL_OLDER_WEBHOOKS = "1";
});

import { platformClient } from "@/server/core/db";
import { processCallEvents } from "../../support/process-calls";
import { createTelephoneCompany, ringing, sendEvent, sendRaw, type TelephoneCompany } from "../../support/telephone";

let company: TelephoneCompany;
beforeEach(async () => {
  company = await createTelephoneCompany();
});

const calls = () => platformClient().call.findMany({ where: { companyId: company.companyId } });

it("reads a flat delivery as what it tells", async () => {
  const flat = {
    event: "call.ended",
    call_id: "call_old",
    to_number: company.toNumber,
    from_number: "+493023125002",
    duration_seconds: 42,
    cost_usd: 0.25,
    start_timestamp: 1_780_000_000,
  };
  expect((await sendRaw(JSON.stringify(flat))).status).toBe(200);
  await processCallEvents(company);
  expect(await calls()).toMatchObject([
    { retellCallId: "call_old", durationSec: 42, status: "ended", startedAt: new Date(1_780_000_000_000) },
  ]);
  expect(Number((await calls())[0]?.providerCost)).toBe(25);
});

it("reads one with its call under data", async () => {
  const raw = JSON.stringify({ event: "call_ended", data: { ...ringing(company), call_status: "ended" } });
  expect((await sendRaw(raw)).status).toBe(200);
  await processCallEvents(company);
  expect(await calls()).toMatchObject([{ status: "ended" }]);
});

it("reads today's all the same", async () => {
  expect((await sendEvent("call_started", ringing(company))).status).toBe(200);
  await processCallEvents(company);
  expect(await calls()).toMatchObject([{ status: "ongoing" }]);
});
