import { beforeEach, describe, expect, it } from "vitest";
import { downloadNotifications } from "@/server/api/appointment-downloads";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { countNotifications } from "@/server/notifications/queries/count-notifications";
import { getNotification } from "@/server/notifications/queries/get-notification";
import { listNotifications } from "@/server/notifications/queries/list-notifications";
import type { ListNotificationsInput } from "@/server/notifications/schema";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let ours: BookableCompany;
let appointmentId: string;

const MOBILE = "+4915155501239";
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);
type Row = Parameters<ReturnType<typeof platformClient>["notificationQueue"]["create"]>[0]["data"];

async function createMessage(row: Partial<Row>): Promise<string> {
  const { companyId } = ours.company;
  const base = {
    id: newId(),
    companyId,
    channel: "sms",
    eventType: "appointment_confirmed",
    recipient: MOBILE,
  } as const;
  const rest = { scheduledFor: NOW, createdAt: NOW, dedupeKey: newId() };
  const { id } = await platformClient().notificationQueue.create({ data: { ...base, ...rest, ...row } as Row });
  return id;
}

let [failed, sent, planned, forTeam] = ["", "", "", ""];

beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(ownerOf(ours.company), wishOf(ours))).appointment.id;
  const about = { appointmentId, customerId: ours.customer.id };
  failed = await createMessage({ ...about, status: "failed", failedAt: NOW, createdAt: daysAgo(1), error: "no route" });
  const mail = { channel: "email", recipient: "maria@example.com", subject: "Ihr Termin", body: "=Bis bald" } as const;
  sent = await createMessage({ ...about, ...mail, status: "sent", sentAt: daysAgo(2), createdAt: daysAgo(2) });
  planned = await createMessage({ ...about, eventType: "reminder_24h", status: "scheduled", createdAt: daysAgo(3) });
  const note = { channel: "in_app", recipient: "team", eventType: "callback_created" } as const;
  forTeam = await createMessage({ ...note, status: "delivered", sentAt: daysAgo(9), createdAt: daysAgo(9) });
  await createMessage({ ...about, eventType: "verification_code", status: "sent", sentAt: NOW });
});

const owner = () => ownerOf(ours.company);
const ids = async (filters: Partial<ListNotificationsInput> = {}) =>
  (await listNotifications(owner(), { limit: 25, ...filters })).items.map(({ id }) => id);

describe("the list of messages", () => {
  it("holds all of them but codes, the newest first, page by page", async () => {
    expect(await ids()).toEqual([failed, sent, planned, forTeam]);
    const first = await listNotifications(owner(), { limit: 3 });
    const rest = await listNotifications(owner(), { limit: 3, cursor: first.nextCursor });
    expect(rest.items.map(({ id }) => id)).toEqual([forTeam]);
    expect(rest.nextCursor).toBeNull();
  });

  it("is narrowed by state, channel, kind, day, branch, and by whom it goes to", async () => {
    expect(await ids({ status: ["failed"] })).toEqual([failed]);
    expect(await ids({ channel: ["email", "in_app"] })).toEqual([sent, forTeam]);
    expect(await ids({ event: ["reminder_24h"] })).toEqual([planned]);
    expect(await ids({ event: ["verification_code"] })).toEqual([]);
    expect(await ids({ from: daysAgo(2), until: daysAgo(1) })).toEqual([sent]);
    expect(await ids({ branchId: ours.company.branchId })).toEqual([failed, sent, planned]);
    expect(await ids({ branchId: newId() })).toEqual([]);
    expect(await ids({ search: "MARIA@" })).toEqual([sent]);
    expect(await ids({ search: "Schäf", status: ["scheduled"] })).toEqual([planned]);
  });

  it("says whom each is for and how it went", async () => {
    expect(await getNotification(owner(), { notificationId: failed })).toMatchObject({
      ...{ customerName: "Maria Schäfer", recipient: MOBILE, recipientText: "01515 5501239" },
      ...{ status: "failed", error: "no route", canRetry: true, appointmentId },
    });
  });

  it("is counted as it is shown", async () => {
    const { branchId } = ours.company;
    const waiting = ["pending", "scheduled", "sending"] as const;
    for (const filters of [{}, { branchId }, { branchId: newId() }, { from: daysAgo(1) }]) {
      const [place, from] = [{ branchId: filters.branchId }, filters.from ?? daysAgo(7)];
      expect(await countNotifications(owner(), filters)).toEqual({
        failed: (await ids({ ...place, status: ["failed"] })).length,
        waiting: (await ids({ ...place, status: [...waiting] })).length,
        sentLastWeek: (await ids({ ...place, status: ["sent", "delivered"], from })).length,
      });
    }
    expect(await countNotifications(owner(), { branchId })).toEqual({ failed: 1, waiting: 1, sentLastWeek: 1 });
    expect(await ids({ status: [...waiting], dueBefore: NOW })).toEqual([]);
    const [row] = (await listNotifications(owner(), { limit: 9, status: ["scheduled"] })).items;
    const after = new Date((row?.scheduledFor.getTime() ?? 0) + 1);
    expect(await ids({ status: [...waiting], dueBefore: after })).toEqual([planned]);
  });

  it("shows nothing to another company", async () => {
    const theirs = ownerOf((await createBookableCompany()).company);
    expect((await listNotifications(theirs, { limit: 25 })).items).toEqual([]);
    await expect(getNotification(theirs, { notificationId: failed })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("is taken along as a table with the same filters, which is itself recorded", async () => {
  const token = await sessionOf({ userId: ours.company.owner.userId });
  const address = "https://portal.example/api/exports/notifications?status=sent&status=delivered";
  const answer = await downloadNotifications(new Request(address, { headers: browserHeaders(token) }));
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain("maria@example.com");
  // A spreadsheet must not compute what somebody wrote.
  expect(lines[1]).toContain("'=Bis bald");
  const entry = { companyId: ours.company.companyId, action: "export_appointments" };
  expect(await platformClient().activityLog.count({ where: entry })).toBe(1);
});
