import { beforeAll, describe, expect, it } from "vitest";
import { editService } from "@/server/catalog/services/commands/edit-service";
import { setSegments } from "@/server/catalog/services/commands/set-segments";
import { getService } from "@/server/catalog/services/queries/get-service";
import { setSegmentsInput } from "@/server/catalog/services/schema/chain";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { createService, createStaff, createTenantWithCompany, type TestCompany } from "../../support/factories";

let company: TestCompany;
let owner: CompanyContext;
beforeAll(async () => {
  company = await createTenantWithCompany();
  owner = ownerOf(company);
});

type Link = Partial<Parameters<typeof setSegmentsInput.parse>[0] & object> & Record<string, unknown>;
const chainOf = (serviceId: string, ...links: Link[]) =>
  setSegmentsInput.parse({
    serviceId,
    segments: links.map((link, at) => ({ name: `Teil ${at + 1}`, durationMinutes: 20, ...link })),
  });
const faultsOf = (...links: Link[]) =>
  setSegmentsInput
    .safeParse({ serviceId: newId(), segments: links.map((link) => ({ name: "Teil", durationMinutes: 20, ...link })) })
    .error?.issues.map(({ message }) => message) ?? [];

describe("putting a service together", () => {
  it("replaces the whole chain, and the service takes as long as its chain", async () => {
    const { id } = await createService(company);
    const colour = chainOf(
      id,
      { durationMinutes: 35 },
      { isStaffFree: true, durationMinutes: 30, gapAfterMinMinutes: 5, gapAfterMaxMinutes: 15 },
      {},
    );
    const after = await setSegments(owner, colour);
    expect(after).toMatchObject({ isComposite: true, durationMinutes: 90, version: 2 });
    expect(after.segments.map(({ staffMode }) => staffMode)).toEqual(["any", "same", "same"]);
    const shorter = await setSegments(owner, chainOf(id, { durationMinutes: 10 }));
    expect(shorter.segments.map(({ name, position }) => [name, position])).toEqual([["Teil 1", 0]]);
    const simple = await setSegments(owner, { serviceId: id, segments: [] });
    expect(simple).toMatchObject({ isComposite: false, durationMinutes: 10, segments: [] });
  });

  it("is one change of the service: a stale one is refused and changes nothing", async () => {
    const { id } = await createService(company);
    await setSegments(owner, { ...chainOf(id, {}), version: 1 });
    const stale = { ...chainOf(id, {}, {}), version: 1 };
    await expect(setSegments(owner, stale)).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    expect((await getService(owner, { serviceId: id })).segments).toHaveLength(1);
  });

  it("takes only people and services of ours, and only simple services", async () => {
    const { id } = await createService(company);
    const [theirs, chained] = [await createTenantWithCompany(), await createService(company)];
    const [stranger, foreign] = [await createStaff(theirs), await createService(theirs)];
    await setSegments(owner, chainOf(chained.id, {}));
    const tried = (link: Link) => setSegments(owner, chainOf(id, link));
    const specific = { staffMode: "specific", staffId: stranger.id };
    await expect(tried(specific)).rejects.toMatchObject({ reason: "staff_not_found" });
    await expect(tried({ serviceId: foreign.id })).rejects.toMatchObject({ reason: "service_not_found" });
    await expect(tried({ serviceId: chained.id })).rejects.toMatchObject({ reason: "link_is_no_simple_service" });
    await expect(tried({ serviceId: id })).rejects.toMatchObject({ reason: "link_is_no_simple_service" });
    expect((await getService(owner, { serviceId: id })).segments).toEqual([]);
  });

  it("is nothing for a class, and then decides how long the service takes", async () => {
    const yoga = await createService(company, { capacity: 8 });
    await expect(setSegments(owner, chainOf(yoga.id, {}))).rejects.toMatchObject({ reason: "class_without_chain" });
    const { id } = await createService(company);
    await setSegments(owner, chainOf(id, {}));
    const longer = editService(owner, { serviceId: id, durationMinutes: 90 });
    await expect(longer).rejects.toMatchObject({ reason: "duration_from_chain" });
    await expect(editService(owner, { serviceId: id, capacity: 5 })).rejects.toMatchObject({
      reason: "class_without_chain",
    });
  });
});

describe("a chain that can't be", () => {
  it("is refused before it is asked for", () => {
    expect(faultsOf({ isStaffFree: true })).toEqual(["chain_occupies_nobody"]);
    expect(faultsOf({ staffMode: "specific" })).toEqual(["segment_needs_person"]);
    expect(faultsOf({ gapAfterMinMinutes: 10, gapAfterMaxMinutes: 5 }, {})).toContain("gap_ends_before_it_begins");
    expect(faultsOf({ durationMinutes: 1000 }, { durationMinutes: 441 })).toEqual(["chain_too_long"]);
    expect(faultsOf({ durationMinutes: 1000, gapAfterMaxMinutes: 440 }, { durationMinutes: 1 })).toEqual([
      "chain_too_long",
    ]);
    expect(faultsOf({ durationMinutes: 1000 }, { durationMinutes: 440, gapAfterMaxMinutes: 60 })).toEqual([]);
  });

  it.each([
    ["of which nobody does anything", { isStaffFree: true }, "the chain of service"],
    ["of a named person without a name", { staffMode: "specific" as const }, "service_segments_person"],
    [
      "with a person whom nobody asked for",
      { staffMode: "any" as const, staffId: "somebody" },
      "service_segments_person",
    ],
    ["whose longest wait is the shorter", { gapAfterMinMinutes: 5 }, "service_segments_gap"],
  ])("is refused by the database as well: one %s", async (_what, fields, constraint) => {
    const { id: serviceId } = await createService(company);
    const { companyId } = company;
    const somebody = "staffId" in fields ? { staffId: (await createStaff(company)).id } : {};
    const link = { companyId, serviceId, name: "Teil", durationMinutes: 20, ...fields, ...somebody };
    const made = platformClient().serviceSegment.create({ data: { id: newId(), position: 0, ...link } });
    await expect(made).rejects.toThrow(constraint);
  });

  it("is refused at the end of the transaction that would make it too long", async () => {
    const { id: serviceId } = await createService(company);
    const link = { companyId: company.companyId, serviceId, name: "Teil", durationMinutes: 800 };
    const data = [0, 1].map((position) => ({ id: newId(), position, ...link }));
    await expect(platformClient().serviceSegment.createMany({ data })).rejects.toThrow("the chain of service");
  });
});
