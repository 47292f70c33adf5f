import { beforeEach, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createRole as createNewRole } from "@/server/identity/roles/commands/create-role";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { PERMISSIONS } from "@/server/identity/rules/permissions";
import { ownerOf } from "../../support/actors";
import { createRole, createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { contextOf } from "../../support/signed-in";

let company: TestCompany;
beforeEach(async () => {
  company = await createTenantWithCompany();
});

const callerOf = async (user: { id: string }) => appRouter.createCaller(await contextOf({ userId: user.id }));
const owner = async () => appRouter.createCaller(await contextOf(company.owner));
const NIGHT = { name: "Nachtdienst", permissions: ["view_appointments", "view_customers"] };

describe("the table of permissions in the database", () => {
  it("is the typed table", async () => {
    const rows = await platformClient().permission.findMany({ select: { key: true } });
    expect(rows.map(({ key }) => key).sort()).toEqual([...PERMISSIONS].sort());
  });
});

describe("a role of the company's own", () => {
  it("does what its rows say, from the next request on", async () => {
    const { roleId } = await (await owner()).roles.create(NIGHT);
    const person = await callerOf(await createUser(company, { roleId }));
    expect((await person.identity.me()).permissions.sort()).toEqual(NIGHT.permissions);
    await expect(person.calls.list({})).rejects.toMatchObject({ message: "permission_missing" });
    await (await owner()).roles.edit({ roleId, ...NIGHT, permissions: [...NIGHT.permissions, "view_calls"] });
    await expect(callerOf({ id: await memberId(roleId) }).then((again) => again.calls.list({}))).resolves.toBeDefined();
  });

  it("is listed after the built-in ones, with what these may do and who has it", async () => {
    const { roleId } = await (await owner()).roles.create({ ...NIGHT, description: "Nur lesen", isOwnOnly: true });
    await createUser(company, { roleId });
    const roles = await (await owner()).roles.list();
    expect(roles.map(({ key }) => key).slice(0, 4)).toEqual(["admin", "manager", "receptionist", "staff"]);
    expect(roles[2]?.permissions).toEqual(ROLE_PERMISSIONS.receptionist);
    expect(roles[4]).toMatchObject({ id: roleId, ...NIGHT, isOwnOnly: true, isBuiltIn: false, memberCount: 1 });
  });

  it("shows its people only their own when it is one like staff", async () => {
    const role = await createRole(company, { permissions: ["view_appointments"], isOwnOnly: true });
    const context = await contextOf({ userId: (await createUser(company, { roleId: role.id })).id });
    expect(context.session?.memberships[0]?.isOwnOnly).toBe(true);
  });

  it("is written to the audit log with what was added and removed", async () => {
    const { roleId } = await (await owner()).roles.create(NIGHT);
    await (await owner()).roles.edit({ roleId, name: "Frühdienst", permissions: ["view_customers", "view_calls"] });
    const entry = await platformClient().activityLog.findFirst({
      where: { companyId: company.companyId, action: "edit_roles", subjectId: roleId },
    });
    expect(entry?.newValues).toMatchObject({
      name: "Frühdienst",
      added: ["view_calls"],
      removed: ["view_appointments"],
    });
  });

  it("has a name of its own", async () => {
    await (await owner()).roles.create(NIGHT);
    const twin = { ...NIGHT, name: " nachtDIENST " };
    await expect((await owner()).roles.create(twin)).rejects.toMatchObject({ message: "role_name_taken" });
  });
});

describe("who writes a role", () => {
  const editor = async (permissions: Parameters<typeof createRole>[1]) =>
    callerOf(await createUser(company, { roleId: (await createRole(company, permissions)).id }));
  const rights = ["view_roles", "create_roles", "edit_roles", "delete_roles", "view_customers"] as const;

  it("grants nothing that they lack, neither to a new role nor by an edit", async () => {
    const caller = await editor({ permissions: [...rights] });
    await expect(caller.roles.create(NIGHT)).rejects.toMatchObject({ message: "beyond_own_permissions" });
    const { roleId } = await caller.roles.create({ name: "Klein", permissions: ["view_customers"] });
    const more = { roleId, name: "Klein", permissions: ["view_customers", "view_audit"] };
    await expect(caller.roles.edit(more)).rejects.toMatchObject({ message: "beyond_own_permissions" });
    const [role] = (await (await owner()).roles.list()).filter(({ id }) => id === roleId);
    expect(role?.permissions).toEqual(["view_customers"]);
  });

  it("touches no role that can do more, also to take something away", async () => {
    const caller = await editor({ permissions: [...rights] });
    const { roleId } = await (await owner()).roles.create(NIGHT);
    const less = { roleId, name: "Leer", permissions: [] };
    await expect(caller.roles.edit(less)).rejects.toMatchObject({ message: "beyond_own_permissions" });
    await expect(caller.roles.delete({ roleId })).rejects.toMatchObject({ message: "beyond_own_permissions" });
  });

  it("makes no role that sees everybody's when they see only their own, and none at our doors", async () => {
    const role = { name: "Alle", description: "", permissions: ["view_customers" as const], isOwnOnly: false };
    const caller = await editor({ permissions: [...rights], isOwnOnly: true });
    await expect(caller.roles.create(role)).rejects.toMatchObject({ message: "all_branches_needed" });
    const limited = { ...ownerOf(company), restriction: { branchIds: [], staffId: newId() } };
    await expect(createNewRole(limited, role)).rejects.toMatchObject({ reason: "beyond_own_rows" });
    await expect(createNewRole(limited, { ...role, isOwnOnly: true })).resolves.toBeDefined();
  });

  it.each(["view_tenants", "impersonate_companies", "edit_platform"])("never grants %s", async (permission) => {
    const role = { name: "Plattform", permissions: [permission] };
    await expect((await owner()).roles.create(role)).rejects.toMatchObject({ message: "platform_permission" });
  });

  it("changes no built-in role and none of another company", async () => {
    const theirs = await createRole(await createTenantWithCompany(), {});
    const builtIn = await platformClient().role.findFirstOrThrow({ where: { companyId: null, key: "staff" } });
    for (const roleId of [theirs.id, builtIn.id]) {
      await expect((await owner()).roles.edit({ roleId, ...NIGHT })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect((await owner()).roles.delete({ roleId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await (await owner()).roles.list()).some(({ id }) => id === theirs.id)).toBe(false);
  });
});

describe("deleting a role", () => {
  it("is refused while somebody has it, and works afterwards, however it was used before", async () => {
    const { roleId } = await (await owner()).roles.create(NIGHT);
    const user = await createUser(company, { roleId });
    await expect((await owner()).roles.delete({ roleId })).rejects.toMatchObject({ message: "role_in_use" });
    await platformClient().membership.updateMany({ where: { userId: user.id }, data: { isActive: false } });
    await (await owner()).roles.delete({ roleId });
    expect(await platformClient().role.count({ where: { id: roleId } })).toBe(0);
    expect(await platformClient().rolePermission.count({ where: { roleId } })).toBe(0);
  });
});

describe("the database", () => {
  it("gives nobody another company's role", async () => {
    const theirs = await createRole(await createTenantWithCompany(), {});
    await expect(createUser(company, { roleId: theirs.id })).rejects.toThrow();
  });
});

async function memberId(roleId: string): Promise<string> {
  return (await platformClient().membership.findFirstOrThrow({ where: { roleId } })).userId;
}
