import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { archiveService } from "@/server/catalog/services/commands/archive-service";
import { changeServices } from "@/server/catalog/services/commands/change-services";
import { createService } from "@/server/catalog/services/commands/create-service";
import { duplicateService } from "@/server/catalog/services/commands/duplicate-service";
import { editService } from "@/server/catalog/services/commands/edit-service";
import { reorderServices } from "@/server/catalog/services/commands/reorder-services";
import { restoreService } from "@/server/catalog/services/commands/restore-service";
import { setSegments } from "@/server/catalog/services/commands/set-segments";
import { startFromTemplate } from "@/server/catalog/services/commands/start-from-template";
import { countServices } from "@/server/catalog/services/queries/count-services";
import { getService } from "@/server/catalog/services/queries/get-service";
import { listServices } from "@/server/catalog/services/queries/list-services";
import { createServiceInput } from "@/server/catalog/services/schema/service";
import { listServicesInput } from "@/server/catalog/services/schema/view";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { createBookableCompany, wishOf } from "../../support/booking";
import { createBranch, createTenantWithCompany, type TestCompany } from "../../support/factories";

const some = (fields: Partial<Parameters<typeof createServiceInput.parse>[0] & object> = {}) =>
  createServiceInput.parse({ name: `Leistung ${newId()}`, durationMinutes: 30, priceCents: 2900, ...fields });
const all = (fields: object = {}) => listServicesInput.parse({ limit: 100, ...fields });

let company: TestCompany;
let owner: CompanyContext;
beforeAll(async () => {
  company = await createTenantWithCompany();
  owner = ownerOf(company);
});

describe("adding a service", () => {
  it("puts it last, each word once, and tells of it", async () => {
    await createService(owner, some({ name: "Erste" }));
    const { serviceId } = await createService(owner, some({ name: "Letzte", synonyms: ["Cut", "cut", "letzte"] }));
    const { items } = await listServices(owner, all());
    expect(items.at(-1)).toMatchObject({ id: serviceId, name: "Letzte", synonyms: ["Cut"], status: "active" });
    const where = { companyId: company.companyId, name: "catalog/service.changed" };
    const told = await platformClient().outboxEvent.findMany({ where });
    expect(told.some(({ payload }) => (payload as { serviceId?: string }).serviceId === serviceId)).toBe(true);
  });

  it("refuses a name that is there, and a deposit above the price", async () => {
    await createService(owner, some({ name: "Einmalig" }));
    await expect(createService(owner, some({ name: "einmalig" }))).rejects.toMatchObject({
      reason: "service_name_taken",
    });
    const dear = some({ priceCents: 1000, requiresDepositCents: 2000 });
    await expect(createService(owner, dear)).rejects.toMatchObject({ reason: "deposit_above_price" });
  });

  it("by somebody of one branch offers it there only", async () => {
    const there = await createBranch(company, { name: "Drüben" });
    const own = { ...owner, restriction: { branchIds: [company.branchId] } };
    const { serviceId } = await createService(own, some());
    const { branches } = await getService(owner, { serviceId });
    expect(branches.find(({ branchId }) => branchId === there.id)?.isActive).toBe(false);
    expect(branches.find(({ branchId }) => branchId === company.branchId)?.isActive).toBe(true);
    await expect(editService(own, { serviceId, priceCents: 100 })).resolves.toMatchObject({ priceCents: 100 });
  });
});

describe("changing a service", () => {
  it("changes what was sent and counts it; an edit of an older one is refused", async () => {
    const { serviceId } = await createService(owner, some({ description: "Schön" }));
    const after = await editService(owner, { serviceId, version: 1, priceCents: 3500, description: null });
    expect(after).toMatchObject({ priceCents: 3500, description: null, durationMinutes: 30, version: 2 });
    await expect(editService(owner, { serviceId, version: 1, priceCents: 1 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
      details: { version: 2 },
    });
  });

  it("lets one of two at once win", async () => {
    const { serviceId } = await createService(owner, some());
    const both = [1, 2].map((priceCents) => editService(owner, { serviceId, version: 1, priceCents }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "VERSION_CONFLICT" },
    });
  });

  it("is refused to who works with one of several branches, and for another company's", async () => {
    const { serviceId } = await createService(owner, some());
    await createBranch(company, { name: `Noch eine ${newId()}` });
    const own = { ...owner, restriction: { branchIds: [company.branchId] } };
    await expect(editService(own, { serviceId, priceCents: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "service_in_other_branches",
    });
    const stranger = ownerOf(await createTenantWithCompany());
    await expect(editService(stranger, { serviceId, priceCents: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stamps the master data, so that nobody offers what was", async () => {
    const { companyId } = company;
    const stamp = () =>
      platformClient().$queryRaw`SELECT stamp FROM master_data_stamps WHERE company_id = ${companyId}::uuid`;
    const { serviceId } = await createService(owner, some());
    const before = await stamp();
    await editService(owner, { serviceId, priceCents: 1 });
    expect(await stamp()).not.toEqual(before);
  });
});

describe("archiving a service", () => {
  it("says first what is still to come, and leaves it as it is", async () => {
    const bookable = await createBookableCompany();
    const ctx = ownerOf(bookable.company);
    const { appointment } = await bookAppointment(ctx, wishOf(bookable));
    const serviceId = bookable.service.id;
    await expect(archiveService(ctx, { serviceId })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      reason: "service_has_appointments",
      details: { count: 1 },
    });
    await archiveService(ctx, { serviceId, isConfirmed: true });
    expect((await listServices(ctx, all())).items).toEqual([]);
    const kept = await platformClient().appointment.findUniqueOrThrow({ where: { id: appointment.id } });
    expect(kept.status).not.toBe("cancelled");
    await restoreService(ctx, { serviceId });
    expect((await listServices(ctx, all())).items.map(({ id }) => id)).toEqual([serviceId]);
  });

  it("is refused while another one has it as a link", async () => {
    const { serviceId: wash } = await createService(owner, some({ name: "Waschen" }));
    const { serviceId } = await createService(owner, some());
    const link = { name: "Waschen", durationMinutes: 10, gapAfterMinMinutes: 0, gapAfterMaxMinutes: 0 };
    const chain = [{ ...link, serviceId: wash, staffMode: "any" as const, isStaffFree: false }];
    await setSegments(owner, { serviceId, segments: chain });
    await expect(archiveService(owner, { serviceId: wash })).rejects.toMatchObject({ reason: "service_part_of_chain" });
    expect((await getService(owner, { serviceId: wash })).partOf.map(({ id }) => id)).toEqual([serviceId]);
  });

  it("does not restore beside another one of its name", async () => {
    const name = `Name ${newId()}`;
    const { serviceId } = await createService(owner, some({ name }));
    await archiveService(owner, { serviceId });
    await createService(owner, some({ name }));
    await expect(restoreService(owner, { serviceId })).rejects.toMatchObject({ reason: "service_name_taken" });
  });
});

describe("many services", () => {
  it("are copied with their chain, inactive and without the words that callers say", async () => {
    const { serviceId } = await createService(owner, some({ synonyms: ["Strähnen"] }));
    const link = { durationMinutes: 20, gapAfterMinMinutes: 0, gapAfterMaxMinutes: 5, isStaffFree: false };
    const chain = ["A", "B"].map((name) => ({ ...link, name, staffMode: "any" as const }));
    await setSegments(owner, { serviceId, segments: chain });
    const copy = await duplicateService(owner, { serviceId, name: `Kopie ${newId()}` });
    const details = await getService(owner, copy);
    expect(details).toMatchObject({ status: "inactive", synonyms: [], isComposite: true, durationMinutes: 40 });
    expect(details.segments.map(({ name }) => name)).toEqual(["A", "B"]);
  });

  it("stand in the order that was asked for, what is not named behind", async () => {
    const own = ownerOf(await createTenantWithCompany());
    const made: string[] = [];
    for (const name of ["A", "B", "C"]) made.push((await createService(own, some({ name }))).serviceId);
    await reorderServices(own, { serviceIds: made.slice(1).reverse() });
    expect((await listServices(own, all())).items.map(({ name }) => name)).toEqual(["C", "B", "A"]);
    await expect(reorderServices(own, { serviceIds: [newId()] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are changed together, each refused for itself", async () => {
    const bookable = await createBookableCompany();
    const ctx = ownerOf(bookable.company);
    await bookAppointment(ctx, wishOf(bookable));
    const { serviceId } = await createService(ctx, some());
    const { results } = await changeServices(ctx, { serviceIds: [bookable.service.id, serviceId], change: "archive" });
    expect(results).toEqual([
      { serviceId: bookable.service.id, isDone: false, reason: "service_has_appointments" },
      { serviceId, isDone: true, reason: null },
    ]);
    const unsure = { ...ctx, permissions: new Set(["bulk_edit_services"]) };
    await expect(changeServices(unsure, { serviceIds: [serviceId], change: "restore" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("are found by what callers say, by category, status and branch", async () => {
    const own = await createTenantWithCompany();
    const ctx = ownerOf(own);
    const { serviceId } = await createService(ctx, some({ name: "Färben", category: "Farbe", synonyms: ["Tönen"] }));
    await createService(ctx, some({ name: "Schneiden", category: "Haare", isActive: false, priceCents: 900 }));
    const found = async (fields: object) => (await listServices(ctx, all(fields))).items.map(({ name }) => name);
    expect(await found({ search: "Tönen" })).toEqual(["Färben"]);
    expect(await found({ category: "Haare" })).toEqual(["Schneiden"]);
    expect(await found({ status: "inactive" })).toEqual(["Schneiden"]);
    expect(await found({ sort: "price" })).toEqual(["Schneiden", "Färben"]);
    expect(await found({ branchId: own.branchId })).toEqual(["Färben", "Schneiden"]);
    expect(await countServices(ctx)).toMatchObject({
      active: 1,
      inactive: 1,
      withoutStaff: 1,
      categories: ["Farbe", "Haare"],
    });
    const first = await listServices(ctx, all({ limit: 1 }));
    const second = await listServices(ctx, all({ limit: 1, cursor: first.nextCursor }));
    expect([first, second].flatMap(({ items }) => items.map(({ id }) => id))[0]).toBe(serviceId);
    expect(second.nextCursor).toBeNull();
  });

  it("begin with a template, its chains included, and a second time makes none twice", async () => {
    const ctx = ownerOf(await createTenantWithCompany());
    const wanted = { industry: "salon" as const, keys: ["womens_cut", "colour"], language: "de" as const };
    expect((await startFromTemplate(ctx, wanted)).serviceIds).toHaveLength(2);
    const { items } = await listServices(ctx, all());
    expect(items.map(({ name, isComposite }) => [name, isComposite])).toEqual([
      ["Damenhaarschnitt", false],
      ["Färben", true],
    ]);
    expect((await startFromTemplate(ctx, wanted)).serviceIds).toEqual([]);
  });
});
