import { expect, it } from "vitest";
import { functions } from "@/inngest/functions";
import { TRIGGERS } from "@/server/calcom/connection/rules";
import { LIFECYCLE_EVENTS } from "@/server/calls/rules/provider-call";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { notificationEvent } from "@/server/notifications/schema";
import { getWebhook } from "@/server/webhooks/queries/get-webhook";
import { ownerOf } from "../../support/actors";
import { createBookableCompany } from "../../support/booking";

const jobs = functions.map((job) => job.id());

it("names only jobs that there are, and everything that we ask a provider to tell", async () => {
  const rows = await platformClient().webhookEvent.findMany();
  expect(rows.filter(({ handler }) => !jobs.includes(handler))).toEqual([]);
  const known = (wanted: string) => rows.filter(({ source }) => source === wanted).map(({ eventType }) => eventType);
  expect(known("calcom").sort()).toEqual([...TRIGGERS].sort());
  expect(known("retell").sort()).toEqual([...LIFECYCLE_EVENTS].sort());
});

it("knows every message that can be told, and only a person's own access and what they asked for can't be switched off", async () => {
  const rows = await platformClient().notificationEventMapping.findMany({ orderBy: { eventType: "asc" } });
  const names = rows.map(({ eventType }) => eventType);
  expect(notificationEvent.options.filter((event) => !names.includes(event))).toEqual([]);
  expect(rows.filter(({ canBeDisabled }) => !canBeDisabled).map(({ eventType }) => eventType)).toEqual([
    ...["data_export_ready", "invoice_sent", "magic_link", "password_reset"],
    ...["security_alert", "user_invited", "verification_code"],
  ]);
});

it("says of a delivery which job works it through, and that others are only kept", async () => {
  const { company } = await createBookableCompany();
  const handlerOf = async (source: "calcom" | "retell", eventType: string) => {
    const id = newId();
    const log = { source, eventType, isSignatureValid: true, responseStatus: 200, status: "processed" } as const;
    await platformClient().webhookLog.create({ data: { ...log, id, companyId: company.companyId } });
    return (await getWebhook(ownerOf(company, new Date()), { webhookLogId: id })).handler;
  };
  expect(await handlerOf("calcom", "BOOKING_CREATED")).toBe("process-calcom-webhook");
  expect(await handlerOf("retell", "BOOKING_CREATED")).toBeNull();
  expect(await handlerOf("calcom", "PING")).toBeNull();
});
