import { beforeAll, describe, expect, it } from "vitest";
import { failureOf } from "@/server/api/refusal";
import { appRouter } from "@/server/api/root";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import type { Permission } from "@/server/identity/rules/permissions";
import { ownerOf } from "@/tests/support/actors";
import { at, coming } from "@/tests/support/coming-days";
import {
  createCustomer,
  createRole,
  createService,
  createStaff,
  createTenantWithCompany,
  createUser,
  type TestCompany,
} from "@/tests/support/factories";
import { contextOf } from "@/tests/support/signed-in";

let company: TestCompany;
let customerId: string;
let strangerId: string;
let staffId: string;

beforeAll(async () => {
  company = await createTenantWithCompany();
  staffId = (await createStaff(company)).id;
  const { id: serviceId } = await createService(company);
  customerId = (await createCustomer(company)).id;
  strangerId = (await createCustomer(company)).id;
  const wish = { branchId: company.branchId, serviceId, customerId, staffId, startsAt: at(coming(2), 10) };
  await bookAppointment(ownerOf(company, new Date()), { ...wish, source: "portal" });
});

type Role = NonNullable<Parameters<typeof createUser>[1]>["role"];
const callerOf = async (role: Role) => {
  const { id } = await createUser(company, { role, ...(role === "staff" && { staffId }) });
  return appRouter.createCaller(await contextOf({ userId: id }));
};
const callerWith = async (permissions: Permission[]) => {
  const { id: roleId } = await createRole(company, { permissions: ["view_customers", ...permissions] });
  return appRouter.createCaller(await contextOf({ userId: (await createUser(company, { roleId })).id }));
};
type Caller = Awaited<ReturnType<typeof callerOf>>;

const KINDS = {
  general: { type: "complaint", visibility: "staff" },
  open: { type: "general", visibility: "all" },
  medical: { type: "medical", visibility: "staff" },
  management: { type: "feedback", visibility: "management" },
  both: { type: "medical", visibility: "management" },
} as const;
type Kind = keyof typeof KINDS;
const ALL = Object.keys(KINDS) as Kind[];

/** One note of each kind about somebody new, who is staff's own customer or not. */
async function oneOfEach(of = customerId): Promise<Record<Kind, string>> {
  const owner = await callerOf("admin");
  const made = ALL.map(async (kind) => {
    const note = await owner.customerNotes.create({ customerId: of, content: kind, ...KINDS[kind] });
    return [kind, note.id] as const;
  });
  return Object.fromEntries(await Promise.all(made)) as Record<Kind, string>;
}
async function readBy(caller: Caller, ids: Record<Kind, string>, of = customerId): Promise<Kind[]> {
  const { items, total } = await caller.customerNotes.list({ customerId: of, limit: 100, withTotal: true });
  expect(total).toBe(items.length);
  return ALL.filter((kind) => items.some(({ id }) => id === ids[kind]));
}

describe("a note is read", () => {
  it.each([
    ["admin", ALL],
    ["manager", ALL],
    ["receptionist", ["general", "open"]],
    ["staff", ["general", "open", "medical"]],
  ] as const)("by %s as far as its kind allows: %s", async (role, kinds) => {
    expect(await readBy(await callerOf(role), await oneOfEach())).toEqual(kinds);
  });

  it("by staff about the health of their own customers only", async () => {
    const ids = await oneOfEach(strangerId);
    expect(await readBy(await callerOf("staff"), ids, strangerId)).toEqual(["general", "open"]);
  });

  it.each([
    [["view_medical_notes"], ["medical"]],
    [["view_management_notes"], ["management"]],
    [["view_general_notes"], ["general", "open"]],
    [[], []],
  ] as [Permission[], Kind[]][])("with a role of its own that holds %s: %s", async (permissions, kinds) => {
    expect(await readBy(await callerWith(permissions), await oneOfEach())).toEqual(kinds);
  });

  it("with the name of who wrote it, and by its type", async () => {
    const owner = await callerOf("admin");
    await oneOfEach();
    const { items } = await owner.customerNotes.list({ customerId, type: "medical", limit: 100 });
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(["medical"]));
    expect(items[0]?.createdByName).toBe("Kim Beispiel");
  });
});

it("is listed further back than the first hundred: what was written before another one", async () => {
  const { id: of } = await createCustomer(company);
  const owner = await callerOf("admin");
  const written: { id: string; createdAt: Date }[] = [];
  for (const content of ["one", "two", "three"])
    written.push(await owner.customerNotes.create({ customerId: of, content }));
  const [first, second] = written;
  const until = second?.createdAt.toISOString() ?? "";
  const older = await owner.customerNotes.list({ customerId: of, until, withTotal: true } as never);
  expect(older.items.map(({ id }) => id)).toEqual([first?.id]);
  expect(older.total).toBe(1);
});

describe("a note is written", () => {
  const refused = (permission: string) => expect.objectContaining({ message: "permission_missing", permission });
  const tried = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "done",
      (error) => ({ message: error.message, ...failureOf(error, "test").details }),
    );

  it.each([
    ["receptionist", ["general", "open"]],
    ["staff", ["medical"]],
    ["manager", ALL],
  ] as [Role, Kind[]][])("by %s as far as its kind allows: %s", async (role, kinds) => {
    const caller = await callerOf(role);
    for (const kind of ALL) {
      const note = { customerId, content: "x", ...KINDS[kind] };
      // Who may write about health writes for the management too, as long as it is about health.
      const mayWrite = kinds.includes(kind) || (kind === "both" && kinds.includes("medical"));
      const resource =
        note.type === "medical" ? "medical" : note.visibility === "management" ? "management" : "general";
      expect(await tried(caller.customerNotes.create(note))).toEqual(
        mayWrite ? "done" : refused(`create_${resource}_notes`),
      );
    }
  });

  it("by staff about the health of their own customers only", async () => {
    const note = { customerId: strangerId, content: "x", type: "medical" as const };
    const caller = await callerOf("staff");
    expect(await tried(caller.customerNotes.create(note))).toMatchObject({ message: "not_own_customer" });
  });

  it("and never changed by whoever may not read it, who is not told that it is there", async () => {
    const ids = await oneOfEach();
    const caller = await callerOf("receptionist");
    for (const noteId of [ids.medical, ids.management, ids.both]) {
      expect(await tried(caller.customerNotes.edit({ customerId, noteId, content: "y" }))).toMatchObject({
        message: "note_not_found",
      });
      expect(await tried(caller.customerNotes.delete({ customerId, noteId }))).toMatchObject({
        message: "note_not_found",
      });
    }
  });

  it("nor moved to a kind, or out of one, without the right to it", async () => {
    const ids = await oneOfEach();
    const desk = await callerOf("receptionist");
    const general = { customerId, noteId: ids.general };
    expect(await tried(desk.customerNotes.edit({ ...general, type: "medical" }))).toEqual(
      refused("create_medical_notes"),
    );
    expect(await tried(desk.customerNotes.edit({ ...general, visibility: "management" }))).toEqual(
      refused("create_management_notes"),
    );
    const manager = await callerOf("manager");
    expect(await tried(manager.customerNotes.edit({ customerId, noteId: ids.medical, type: "general" }))).toEqual(
      refused("edit_medical_notes"),
    );
    expect(await tried(manager.customerNotes.delete({ customerId, noteId: ids.management }))).toEqual(
      refused("delete_management_notes"),
    );
  });

  it("and the log of a changed kind is read by those alone who may read the stricter one", async () => {
    const ids = await oneOfEach();
    const owner = await callerOf("admin");
    await owner.customerNotes.edit({ customerId, noteId: ids.medical, type: "general", content: "doch nicht" });
    const [entry] = await platformClient().activityLog.findMany({
      where: { companyId: company.companyId, subjectId: customerId },
      orderBy: { sequence: "desc" },
      take: 1,
    });
    expect(entry?.action).toBe("edit_medical_notes");
    const auditor = await callerWith(["view_audit", "view_general_notes"]);
    const seen = await auditor.audit.get({ entryId: entry?.id ?? "" });
    expect(seen).toMatchObject({ isHidden: true, changes: [] });
  });
});
