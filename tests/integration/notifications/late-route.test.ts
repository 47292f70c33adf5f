import twilio from "twilio";
import { beforeEach, expect, it } from "vitest";
import { POST as twilioDoor } from "@/app/webhooks/twilio/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { processMessageWebhook } from "@/server/notifications/commands/process-message-webhook";
import { messageWebhookUnrouted } from "@/server/notifications/events";
import { endUnroutedDelivery, routeLateDelivery } from "@/server/notifications/platform/commands/route-late-delivery";
import { jobOf } from "../../support/actors";
import { createSalon, rowsOf, type Salon, tellOfBooking, withProviders } from "./salon";

withProviders();
let ours: Salon;
beforeEach(async () => {
  ours = await createSalon();
  await tellOfBooking(ours);
});

const ADDRESS = "http://localhost:3000/webhooks/twilio";

/** The report comes in, and leaves what its job is to do. */
async function report(sid: string) {
  const form = { MessageSid: sid, SmsSid: sid, MessageStatus: "delivered", To: ours.phone, From: "AskProAI" };
  const headers = { "x-twilio-signature": twilio.getExpectedTwilioSignature("twilio-token", ADDRESS, form) };
  const answer = await twilioDoor(new Request(ADDRESS, { method: "POST", headers, body: new URLSearchParams(form) }));
  expect(answer.status).toBe(200);
  const event = await platformClient().outboxEvent.findFirst({
    where: { name: messageWebhookUnrouted.name, payload: { path: ["providerMessageId"], equals: sid } },
  });
  return event?.payload as unknown as { deliveryId: string; source: "twilio"; providerMessageId: string };
}

const textMessage = async () => (await rowsOf(ours)).find(({ channel }) => channel === "sms");
const logOf = (id: string) => platformClient().webhookLog.findUnique({ where: { id } });

it("takes a report over that came before the sending was written down", async () => {
  const { id = "", providerMessageId } = (await textMessage()) ?? {};
  const sid = providerMessageId ?? "";
  await platformClient().notificationQueue.update({
    where: { id },
    data: { providerMessageId: null, status: "sending" },
  });
  const data = await report(sid);
  expect(await logOf(data.deliveryId)).toMatchObject({ companyId: null, status: "received" });
  expect(await routeLateDelivery(data)).toBeNull();
  await platformClient().notificationQueue.update({ where: { id }, data: { providerMessageId: sid, status: "sent" } });
  const { companyId } = ours.company;
  expect(await routeLateDelivery(data)).toBe(companyId);
  await processMessageWebhook(jobOf(ours.company, "route-message-webhook", new Date()), data);
  expect(await textMessage()).toMatchObject({ status: "delivered" });
  expect(await logOf(data.deliveryId)).toMatchObject({ companyId, status: "processed" });
});

it("comes to its end when the message is nobody's", async () => {
  const data = await report(`SM${newId().replaceAll("-", "")}`);
  expect(await routeLateDelivery(data)).toBeNull();
  await endUnroutedDelivery(data.deliveryId);
  expect(await logOf(data.deliveryId)).toMatchObject({ companyId: null, status: "processed" });
});

it("looks for no message whose report came in time", async () => {
  const sid = (await textMessage())?.providerMessageId ?? "";
  expect(await report(sid)).toBeUndefined();
});
