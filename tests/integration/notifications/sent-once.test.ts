import { beforeEach, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { transact } from "@/server/core/transact";
import { requeueStuckMessages } from "@/server/notifications/commands/queue-due-messages";
import { receiveDeliveryReport } from "@/server/notifications/commands/receive-delivery-report";
import { retryNotification } from "@/server/notifications/commands/retry-notification";
import { NOW, ownerOf } from "../../support/actors";
import {
  book,
  createSalon,
  deliverAll,
  job,
  remind,
  rowsOf,
  type Salon,
  sentTo,
  setNow,
  steer,
  tell,
  withProviders,
} from "./salon";

withProviders();
let ours: Salon;
const friday = new Date("2026-12-04T09:00:00Z");
const due = new Date("2026-12-03T09:00:00Z");

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  setNow(NOW);
  ours = await createSalon();
});

const channelsSent = async () => (await sentTo(ours.phone, ours.email)).map(({ channel }) => channel);
const textMessage = async () => (await rowsOf(ours)).find(({ channel }) => channel === "sms");

/** A reminder whose provider does not take it until the last try is over. */
async function failToRemind(): Promise<void> {
  await remind(ours, await book(ours, friday));
  setNow(due);
  await steer("/faults", { provider: "twilio", kind: "error_500" });
  await deliverAll(ours, true);
  await steer("/faults", undefined, "DELETE");
}

it("does not send by text message, once that works again, what went out as an e-mail instead", async () => {
  await failToRemind();
  await deliverAll(ours);
  expect(await textMessage()).toMatchObject({ status: "failed", isFinal: true });
  await requeueStuckMessages({ now: new Date(due.getTime() + 3_600_000) });
  await deliverAll(ours);
  expect(await channelsSent()).toEqual(["email"]);
});

it("goes on trying when nothing could go out instead", async () => {
  await platformClient().customer.update({ where: { id: ours.customer.id }, data: { email: null } });
  await failToRemind();
  expect(await textMessage()).toMatchObject({ status: "failed", isFinal: false });
  await requeueStuckMessages({ now: new Date(due.getTime() + 3_600_000) });
  await deliverAll(ours);
  expect(await channelsSent()).toEqual(["sms"]);
});

it("sends again what a person wants sent again, whatever is told late of the first time", async () => {
  await tell(ours, await book(ours), "booked");
  await deliverAll(ours);
  const providerMessageId = (await textMessage())?.providerMessageId ?? "";
  const report = () =>
    transact(job(ours), (tx) => receiveDeliveryReport(tx, { providerMessageId, status: "failed", reason: "30005" }));
  await report();
  const failed = await textMessage();
  expect(failed).toMatchObject({ status: "failed", isFinal: true });
  await retryNotification(ownerOf(ours.company), { notificationId: failed?.id ?? "" });
  await report();
  expect(await textMessage()).toMatchObject({ status: "pending", isFinal: false, providerMessageId: null });
  await deliverAll(ours);
  expect(await textMessage()).toMatchObject({ status: "sent", providerMessageId: expect.any(String) });
});
