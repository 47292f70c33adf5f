import { beforeEach, expect, it } from "vitest";
import { editServices } from "@/server/catalog/services/commands/edit-services";
import { getService } from "@/server/catalog/services/queries/get-service";
import { previewPrices } from "@/server/catalog/services/queries/preview-prices";
import type { EditServicesInput } from "@/server/catalog/services/schema/price";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { createService, createTenantWithCompany, type TestCompany } from "../../support/factories";

let ours: TestCompany;
let [cut, colour]: string[] = [];
beforeEach(async () => {
  ours = await createTenantWithCompany();
  cut = (await createService(ours, { name: "Schneiden", priceCents: 4900, category: "Haare" })).id;
  colour = (await createService(ours, { name: "Färben", priceCents: 8000, requiresDepositCents: 5000, position: 1 }))
    .id;
});

const ids = () => [cut, colour].flatMap((id) => id ?? []);
const owner = () => ownerOf(ours);
const edit = (changes: EditServicesInput["changes"]) => editServices(owner(), { changes });
const state = async (serviceId = "") => {
  const { priceCents, status, category, isOnlineBookable } = await getService(owner(), { serviceId });
  return { priceCents, status, category, isOnlineBookable };
};

it("shows what prices would become, and writes just that", async () => {
  const price = { percent: 10, roundToCents: 50 } as const;
  const { prices } = await previewPrices(owner(), { serviceIds: ids(), price });
  expect(prices).toMatchObject([
    { serviceId: cut, name: "Schneiden", priceCents: 4900, newPriceCents: 5400 },
    { serviceId: colour, name: "Färben", priceCents: 8000, newPriceCents: 8800 },
  ]);
  expect((await state(cut)).priceCents).toBe(4900);
  await edit(
    prices.map(({ serviceId, version, newPriceCents }) => ({ serviceId, version, priceCents: newPriceCents })),
  );
  expect([(await state(cut)).priceCents, (await state(colour)).priceCents]).toEqual([5400, 8800]);
});

it("refuses each for itself: below its deposit, or changed since the preview", async () => {
  const { prices } = await previewPrices(owner(), { serviceIds: ids(), price: { percent: -50, roundToCents: 1 } });
  await edit([{ serviceId: cut ?? "", category: "Schnitte" }]);
  const { results } = await edit(
    prices.map(({ serviceId, version, newPriceCents }) => ({ serviceId, version, priceCents: newPriceCents })),
  );
  expect(results).toMatchObject([
    { serviceId: cut, isDone: false, reason: "changed_meanwhile", before: null },
    { serviceId: colour, isDone: false, reason: "deposit_above_price", before: null },
  ]);
  expect([(await state(cut)).priceCents, (await state(colour)).priceCents]).toEqual([4900, 8000]);
});

it("says how each was before, so that all of it can be taken back", async () => {
  const before = [await state(cut), await state(colour)];
  const { results } = await edit(
    ids().map((serviceId) => ({ serviceId, isActive: false, isOnlineBookable: false, category: "Neu" })),
  );
  expect(await state(cut)).toMatchObject({ status: "inactive", isOnlineBookable: false, category: "Neu" });
  await edit(results.map(({ serviceId, version, before: was }) => ({ serviceId, version: version ?? 0, ...was })));
  expect([await state(cut), await state(colour)]).toEqual(before);
});

it("stands in the log once as a whole, with what came of it", async () => {
  await edit(ids().map((serviceId) => ({ serviceId, isActive: false })));
  const entries = await platformClient().activityLog.findMany({
    where: { companyId: ours.companyId, action: "bulk_edit_services" },
  });
  expect(entries).toHaveLength(1);
});

it("takes no other company's, not even among one's own, and nobody's word who may not edit", async () => {
  const theirs = await createService(await createTenantWithCompany());
  const mixed = [...ids(), theirs.id].map((serviceId) => ({ serviceId, isActive: false }));
  await expect(edit(mixed)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(
    previewPrices(owner(), { serviceIds: [theirs.id], price: { percent: 1, roundToCents: 1 } }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await state(cut)).status).toBe("active");
  const unsure = { ...owner(), permissions: new Set(["bulk_edit_services"]) };
  const own = { changes: [{ serviceId: cut ?? "", isActive: false }] };
  await expect(editServices(unsure, own)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
