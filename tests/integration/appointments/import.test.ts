import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { changeAppointments } from "@/server/appointments/commands/change-appointments";
import {
  checkImport,
  startImport,
  stopImport,
  undoImport,
} from "@/server/appointments/imports/commands/request-import";
import { uploadImport } from "@/server/appointments/imports/commands/upload-import";
import { workOffImport } from "@/server/appointments/imports/commands/work-off-import";
import { getImport } from "@/server/appointments/imports/queries/get-import";
import { listImportLines } from "@/server/appointments/imports/queries/list-import-lines";
import { platformClient } from "@/server/core/db";
import { addDays, DAY, fromWall, toLocal } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany } from "../../support/booking";
import { createCustomer } from "../../support/factories";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company, new Date());
/** A day on which the company works, some weeks ahead or back. */
function workday(days: number): string {
  const { date, weekday } = toLocal("Europe/Berlin", Date.now() + days * DAY);
  return weekday === 0 ? addDays(date, 1) : date;
}
const german = (date: string) => date.split("-").reverse().join(".");
const [ahead, back] = [workday(14), workday(-30)];
const HEAD = "Datum;Uhrzeit;Kunde;Telefon;Leistung;Bei;Preis;Status";
const csv = (...lines: string[]) => Buffer.from([HEAD, ...lines].join("\r\n")).toString("base64");
const coming = (time: string, who: string, more = ";Haarschnitt;Alex Muster;;") =>
  `${german(ahead)};${time};${who}${more}`;

async function upload(...lines: string[]): Promise<string> {
  const file = { branchId: ours.company.branchId, fileName: "termine.csv", fileBase64: csv(...lines) };
  return (await uploadImport(owner(), file)).id;
}
const work = (importId: string) => workOffImport({ companyId: ours.company.companyId, importId });
async function check(importId: string) {
  const { mapping } = await getImport(owner(), { importId });
  await checkImport(owner(), { importId, mapping });
  await work(importId);
  return getImport(owner(), { importId });
}
async function run(importId: string) {
  await startImport(owner(), { importId });
  await work(importId);
  return getImport(owner(), { importId });
}
const lines = async (importId: string) => (await listImportLines(owner(), { importId, limit: 100 })).items;
const appointments = () =>
  platformClient().appointment.findMany({
    where: { companyId: ours.company.companyId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
const customers = () =>
  platformClient().customer.count({ where: { companyId: ours.company.companyId, deletedAt: null } });

it("takes a line without a price as what it costs in the branch, and with the person", async () => {
  const service = { companyId: ours.company.companyId, serviceId: ours.service.id };
  const priced = async (line: string) => {
    const id = await upload(line);
    await check(id);
    return (await lines(id))[0]?.plan?.priceCents;
  };
  const past = `${german(back)};10:00;Nora Neu;;Haarschnitt;Alex Muster;;`;
  await platformClient().branchService.updateMany({ where: service, data: { priceCents: 3100 } });
  expect(await priced(past)).toBe(3100);
  expect(await priced(`${german(ahead)};10:00;Nora Neu;;Haarschnitt;;;`)).toBe(3100);
  await platformClient().staffService.updateMany({
    where: { ...service, staffId: ours.staff.id },
    data: { priceCents: 3300 },
  });
  expect(await priced(past)).toBe(3300);
});

it("refuses to book what is too short or too long, and takes over whatever was", async () => {
  const head = "Datum;Uhrzeit;Kunde;Leistung;Bei;Dauer";
  const line = (date: string, time: string, minutes: number) =>
    `${german(date)};${time};Nora Neu;Haarschnitt;Alex Muster;${minutes}`;
  const text = [
    head,
    line(ahead, "09:00", 3),
    line(ahead, "10:00", 4),
    line(ahead, "11:00", 5),
    line(back, "10:00", 3),
  ];
  const fileBase64 = Buffer.from(text.join("\r\n")).toString("base64");
  const file = { branchId: ours.company.branchId, fileName: "kurz.csv", fileBase64 };
  const { id } = await uploadImport(owner(), file);
  await check(id);
  const refused = { reason: "duration_not_bookable", field: "durationMinutes" };
  expect((await lines(id)).map(({ problems }) => problems)).toMatchObject([
    [{ ...refused, value: "3 min" }],
    [{ ...refused, value: "4 min" }],
    [],
    [],
  ]);
  await run(id);
  const lasting = (await appointments()).map(
    ({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / 60_000,
  );
  expect(lasting).toEqual([3, 5]);
});

describe("the dry run", () => {
  it("says of each line what it would make or what stands in its way, and makes nothing", async () => {
    const importId = await upload(
      coming("10:00", "Nora Neu;+49301234567"),
      coming("10:15", "Otto Zwei;"),
      coming("11:00", "Maria Schäfer;", ";Haarschnit;Alex;;"),
      coming("12:00", "Maria Schäfer;", ";Haarschnitt;Alexx Muster;;"),
      coming("23:00", "Maria Schäfer;"),
      `29.03.2026;02:30;Maria Schäfer;;Haarschnitt;Alex Muster;;`,
      `25.10.2026;02:30;Maria Schäfer;;Haarschnitt;Alex Muster;;`,
      `${german(back)};10:00;Maria Schäfer;;Haarschnitt;Alex Muster;35,50;`,
    );
    const job = await check(importId);
    expect(job).toMatchObject({
      status: "checked",
      total: 8,
      newCustomers: 1,
      counts: { ready: 2, problem: 6, new: 0 },
    });
    const found = await lines(importId);
    expect(found.map(({ state, problems }) => [state, ...problems.map(({ reason }) => reason)])).toEqual([
      ["ready"],
      ["problem", "overlaps_line"],
      ["problem", "unknown_service"],
      ["problem", "unknown_staff"],
      ["problem", "closed"],
      ["problem", "time_does_not_exist"],
      ["problem", "time_exists_twice"],
      ["ready"],
    ]);
    expect(found[2]?.problems[0]?.suggestions).toEqual(["Haarschnitt"]);
    expect(found[0]?.plan).toMatchObject({
      customerId: null,
      customerName: "Nora Neu",
      isHistory: false,
      priceCents: 2900,
    });
    expect(found[7]?.plan).toMatchObject({ customerId: ours.customer.id, status: "completed", priceCents: 3550 });
    expect(await appointments()).toEqual([]);
    expect(await customers()).toBe(1);
  });

  it("names customers that a name alone does not tell apart", async () => {
    await createCustomer(ours.company, { phone: null });
    await createCustomer(ours.company, { phone: null });
    const importId = await upload(coming("10:00", "Maria Schäfer;"));
    await check(importId);
    expect((await lines(importId))[0]?.problems).toMatchObject([{ reason: "customer_ambiguous" }]);
  });
});

it("takes what is to come over as long as the file has it", async () => {
  const text = `Datum;Uhrzeit;Bis;Kunde;Leistung;Bei\r\n${german(ahead)};10:00;11:15;Maria Schäfer;Haarschnitt;Alex Muster`;
  const fileBase64 = Buffer.from(text).toString("base64");
  const { id } = await uploadImport(owner(), { branchId: ours.company.branchId, fileName: "laenger.csv", fileBase64 });
  await check(id);
  expect((await lines(id))[0]?.plan).toMatchObject({ isHistory: false, durationMinutes: 75 });
  await run(id);
  const [made] = await appointments();
  expect((made?.endsAt.getTime() ?? 0) - (made?.startsAt.getTime() ?? 0)).toBe(75 * 60_000);
});

describe("taking over", () => {
  it("books what is to come without a word to the customer, and writes what was, with its figures", async () => {
    const importId = await upload(
      coming("10:00", "Nora Neu;+49301234567"),
      coming("11:00", "Nora Neu;030 1234567"),
      `${german(back)};10:00;Maria Schäfer;;Haarschnitt;Alex Muster;35,50;`,
      `${german(back)};11:00;Maria Schäfer;;Haarschnitt;Alex Muster;;Nicht erschienen`,
    );
    await check(importId);
    expect(await run(importId)).toMatchObject({ status: "done", counts: { done: 4 } });
    const made = await appointments();
    expect(made.map(({ status, priceCents, source }) => [status, priceCents, source])).toEqual([
      ["completed", 3550, "import"],
      ["no_show", 2900, "import"],
      ["confirmed", 2900, "import"],
      ["confirmed", 2900, "import"],
    ]);
    expect(made[2]?.startsAt).toEqual(new Date(fromWall("Europe/Berlin", ahead, 600)));
    expect(new Set(made.slice(2).map(({ customerId }) => customerId)).size).toBe(1);
    expect(await customers()).toBe(2);
    const { companyId } = ours.company;
    const booked = await platformClient().outboxEvent.findMany({ where: { companyId, name: "appointment/booked" } });
    expect(booked.map(({ payload }) => (payload as { notifyCustomer: boolean }).notifyCustomer)).toEqual([
      false,
      false,
    ]);
    expect(await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).toMatchObject({
      ...{ appointmentCount: 2, completedCount: 1, noShowCount: 1, totalRevenueCents: 3550n },
    });
    expect(await platformClient().staffOccupancy.count({ where: { companyId } })).toBe(2);
  });

  it("reports a line whose time was taken since the dry run, and takes the others over", async () => {
    const importId = await upload(coming("10:00", "Nora Neu;"), coming("11:00", "Otto Zwei;"));
    await check(importId);
    const other = await upload(coming("10:00", "Paula Drei;"));
    await check(other);
    await run(other);
    const job = await run(importId);
    expect(job).toMatchObject({ status: "done", counts: { done: 1, failed: 1 } });
    expect((await lines(importId))[0]).toMatchObject({ state: "failed", problems: [{ reason: "fully_booked" }] });
    expect(await run(importId)).toMatchObject({ counts: { done: 1, failed: 1 } });
  });

  it("takes no line over twice, however many work on it at once and however often it is stopped", async () => {
    const many = Array.from({ length: 60 }, (_, index) => {
      const minutes = String(index).padStart(2, "0");
      return `${german(back)};10:${minutes};Kunde ${index};;Haarschnitt;Alex Muster;;`;
    });
    const importId = await upload(...many);
    await check(importId);
    await startImport(owner(), { importId });
    await Promise.all([work(importId), work(importId), stopImport(owner(), { importId }).catch(() => null)]);
    const { status } = await getImport(owner(), { importId });
    if (status === "stopped") await run(importId);
    expect(await getImport(owner(), { importId })).toMatchObject({ status: "done", counts: { done: 60 } });
    expect(await appointments()).toHaveLength(60);
  });
});

describe("taking an import back", () => {
  it("lets vanish what nobody has touched, with who came with it, and keeps the rest", async () => {
    const importId = await upload(
      coming("10:00", "Nora Neu;+49301234567"),
      coming("11:00", "Otto Zwei;"),
      `${german(back)};10:00;Maria Schäfer;;Haarschnitt;Alex Muster;35,50;`,
    );
    await check(importId);
    await run(importId);
    const touched = (await appointments()).find(
      ({ startsAt }) => toLocal("Europe/Berlin", startsAt.getTime()).time === "11:00",
    );
    await cancelAppointment(owner(), { appointmentId: touched?.id ?? "", isConfirmed: true, notifyCustomer: false });
    await undoImport(owner(), { importId });
    await work(importId);
    expect(await getImport(owner(), { importId })).toMatchObject({ status: "undone", counts: { undone: 2, kept: 1 } });
    expect((await appointments()).map(({ id }) => id)).toEqual([touched?.id]);
    expect(await customers()).toBe(2);
    expect(await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).toMatchObject({
      ...{ appointmentCount: 0, completedCount: 0, totalRevenueCents: 0n, lastAppointmentAt: null },
    });
  });

  it("deletes only drafts: whatever else is deleted is cancelled", async () => {
    const importId = await upload(coming("10:00", "Nora Neu;"), coming("11:00", "Nora Neu;"));
    await check(importId);
    await run(importId);
    const [draft, touched] = await appointments();
    await platformClient().appointment.update({ where: { id: touched?.id ?? "" }, data: { version: 2 } });
    const ids = [draft?.id ?? "", touched?.id ?? ""];
    const asked = { action: "delete", notifyCustomer: false, isConfirmed: true } as const;
    expect(await changeAppointments(owner(), { ...asked, appointmentIds: ids })).toMatchObject({
      changed: 2,
      refused: 0,
    });
    expect(await appointments()).toMatchObject([{ id: touched?.id, status: "cancelled" }]);
  });
});

it("is another company's business in no way", async () => {
  const importId = await upload(coming("10:00", "Nora Neu;"));
  const theirs = ownerOf((await createBookableCompany()).company);
  for (const act of [getImport, startImport, stopImport, undoImport])
    await expect(act(theirs, { importId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
