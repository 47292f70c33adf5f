import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { checkImport, startImport } from "@/server/appointments/imports/commands/request-import";
import { uploadImport } from "@/server/appointments/imports/commands/upload-import";
import { workOffImport } from "@/server/appointments/imports/commands/work-off-import";
import { getImport } from "@/server/appointments/imports/queries/get-import";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany } from "../../support/booking";
import { until } from "../inngest/harness";
import { ended } from "../inngest/workers";

const LINES = 400;
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(children.map(ended));
});

function startWorker(companyId: string, importId: string): ChildProcess {
  const child = spawn(process.execPath, ["scripts/run.mjs", "tests/integration/appointments/import-worker.ts"], {
    env: { ...process.env, COMPANY_ID: companyId, IMPORT_ID: importId },
    stdio: "inherit",
  });
  children.push(child);
  return child;
}

async function importOf({ company }: BookableCompany): Promise<string> {
  const pad = (value: number) => String(value).padStart(2, "0");
  const line = (index: number) =>
    `${pad(1 + (index % 28))}.${pad(1 + (Math.floor(index / 28) % 12))}.2024;10:${pad(index % 60)};Kunde ${index};Haarschnitt;Alex Muster`;
  const rows = Array.from({ length: LINES }, (_, index) => line(index));
  const fileBase64 = Buffer.from(["Datum;Uhrzeit;Kunde;Leistung;Bei", ...rows].join("\n")).toString("base64");
  const owner = () => ownerOf(company, new Date());
  const { id: importId, mapping } = await uploadImport(owner(), {
    branchId: company.branchId,
    fileName: "alt.csv",
    fileBase64,
  });
  await checkImport(owner(), { importId, mapping });
  while (!(await workOffImport({ companyId: company.companyId, importId })).isOver);
  await startImport(owner(), { importId });
  return importId;
}

it("goes on where it was killed, and takes no line over twice", async () => {
  const ours = await createBookableCompany();
  const { companyId } = ours.company;
  const importId = await importOf(ours);
  const done = () => platformClient().importLine.count({ where: { jobId: importId, state: "done" } });
  let before = 0;
  for (let round = 0; round < 3; round++) {
    const worker = startWorker(companyId, importId);
    await until(async () => (await done()) > before, { timeoutMs: 60_000, what: "some lines to be taken over" });
    worker.kill("SIGKILL");
    await ended(worker);
    before = await done();
    expect(await platformClient().appointment.count({ where: { companyId } })).toBeLessThan(LINES);
  }
  while (!(await workOffImport({ companyId, importId })).isOver);
  const job = await getImport(ownerOf(ours.company), { importId });
  expect(job).toMatchObject({ status: "done", counts: { done: LINES, ready: 0, failed: 0 } });
  expect(await platformClient().appointment.count({ where: { companyId } })).toBe(LINES);
  expect(await platformClient().appointmentModification.count({ where: { companyId } })).toBe(LINES);
  const made = await platformClient().importLine.findMany({
    where: { jobId: importId },
    select: { appointmentId: true },
  });
  expect(new Set(made.map(({ appointmentId }) => appointmentId)).size).toBe(LINES);
}, 240_000);
