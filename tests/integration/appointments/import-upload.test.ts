import { beforeEach, expect, it } from "vitest";
import { POST } from "@/app/api/imports/appointments/route";
import { platformClient } from "@/server/core/db";
import { type BookableCompany, createBookableCompany } from "../../support/booking";
import { createUser } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const HEAD = "Datum;Uhrzeit;Kunde;Leistung;Notiz\n";

async function send(userId: string | null, file: string | Uint8Array, branchId = ours.company.branchId) {
  const headers = browserHeaders(userId ? await sessionOf({ userId }) : undefined);
  const query = new URLSearchParams({ branchId, fileName: "kalender.csv" });
  const url = `http://localhost:3000/api/imports/appointments?${query}`;
  const response = await POST(new Request(url, { method: "POST", headers, body: file as BodyInit }));
  return { status: response.status, body: await response.json() };
}

const imports = () => platformClient().importJob.count({ where: { companyId: ours.company.companyId } });

it("takes a file of twenty thousand lines and almost ten megabytes", async () => {
  const line = `2026-12-07;10:00;Maria Schäfer;Haarschnitt;${"x".repeat(440)}\n`;
  const file = Buffer.from(HEAD + line.repeat(20_000));
  expect(file.length).toBeGreaterThan(9_500_000);
  expect(file.length).toBeLessThan(10_000_000);
  const { status, body } = await send(ours.company.owner.userId, file);
  expect(status).toBe(200);
  expect(await platformClient().importLine.count({ where: { jobId: body.importId } })).toBe(20_000);
});

it("refuses more lines and more bytes by name, and keeps nothing of them", async () => {
  const tooLong = await send(ours.company.owner.userId, HEAD + "2026-12-07;10:00;M;H;\n".repeat(20_001));
  expect(tooLong).toMatchObject({ status: 400, body: { error: { code: "VALIDATION_ERROR" } } });
  expect(tooLong.body.error.message).toMatch(/20\.000 Zeilen/);
  const tooLarge = await send(ours.company.owner.userId, Buffer.alloc(10_000_001, 0x61));
  expect(tooLarge).toMatchObject({ status: 413, body: { error: { code: "PAYLOAD_TOO_LARGE" } } });
  expect(await imports()).toBe(0);
});

it("takes nothing from whoever may not, nor for another company's branch", async () => {
  const receptionist = await createUser(ours.company, { role: "receptionist" });
  const file = `${HEAD}2026-12-07;10:00;Maria Schäfer;Haarschnitt;\n`;
  expect(await send(null, file)).toMatchObject({ status: 401 });
  expect(await send(receptionist.id, file)).toMatchObject({ status: 403 });
  const theirs = await createBookableCompany();
  expect(await send(ours.company.owner.userId, file, theirs.company.branchId)).toMatchObject({ status: 404 });
  expect(await imports()).toBe(0);
});
