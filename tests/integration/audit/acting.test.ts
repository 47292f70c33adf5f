import { beforeAll, expect, it } from "vitest";
import { listAudit } from "@/server/audit/queries/list-audit";
import { listAuditActors } from "@/server/audit/queries/list-audit-actors";
import { listAuditInput } from "@/server/audit/schema";
import type { Actor, CompanyContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { NOW, ownerOf } from "../../support/actors";
import { writeEntries } from "../../support/chain";
import { createTenantWithCompany } from "../../support/factories";

const colleague = { kind: "user", userId: newId(), name: "Rike Kollegin" } as const satisfies Actor;
const till = { kind: "api_key", apiKeyId: newId(), name: "Kasse" } as const satisfies Actor;
let owner: CompanyContext;
let branchId: string;

beforeAll(async () => {
  const owned = await createTenantWithCompany();
  ({ branchId } = owned);
  owner = ownerOf(owned);
  const write = (actor: Actor, minutes: number, action: string, after?: object) =>
    writeEntries({ ...owner, actor, now: new Date(NOW.getTime() + minutes * 60_000) }, [{ action, after }]);
  await write(colleague, 0, "edit_services", { branchId });
  await write({ ...colleague, name: "Rike Neumann" }, 1, "edit_staff");
  await write(till, 2, "create_customers");
  await write({ kind: "agent", callId: newId() }, 3, "create_callbacks");
  await write(owner.actor, 4, "edit_company");
});

const namesFor = async (ctx: CompanyContext) => (await listAuditActors(ctx)).map(({ name }) => name);
const actionsOf = async (actorId: string) =>
  (await listAudit(owner, listAuditInput.parse({ actorId }))).items.map(({ action }) => action);

it("narrows the log to one person or one key", async () => {
  expect(await actionsOf(colleague.userId)).toEqual(["edit_staff", "edit_services"]);
  expect(await actionsOf(till.apiKeyId)).toEqual(["create_customers"]);
  expect(await actionsOf(newId())).toEqual([]);
});

it("names the people and keys that acted by their latest name, whoever acted last first", async () => {
  const { name } = owner.actor as { name: string };
  expect(await namesFor(owner)).toEqual([name, "Kasse", "Rike Neumann"]);
  expect(await listAuditActors(owner)).toContainEqual({ id: till.apiKeyId, kind: "api_key", name: "Kasse" });
});

it("names nobody of another company, and nobody whose entries this person may not see", async () => {
  expect(await namesFor(ownerOf(await createTenantWithCompany()))).toEqual([]);
  const manager = { ...owner, actor: { kind: "user", userId: newId(), name: "Manager" } as const };
  expect(await namesFor({ ...manager, restriction: { branchIds: [branchId] } })).toEqual(["Rike Kollegin"]);
  expect(await namesFor({ ...manager, restriction: { branchIds: [newId()] } })).toEqual([]);
});
