import { describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { verifyCompanyChain } from "@/server/audit/queries/verify-company-chain";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { DAY } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { createRole, createService, createStaff } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";
import { procedures } from "../../support/walk";
import { createRows } from "../../support/walk-rows";
import { inputFor, isAccount, JOINS, type World, WRITES_NOTHING } from "./walked-changes";
import { WITH_A_SECRET } from "./with-a-secret";

const callerFor = createCallerFactory(appRouter);
type Caller = ReturnType<typeof callerFor>;

/** Ask the other side before they write anything: the tests of tests/integration/calcom look for their entries. */
const ASK_CALCOM = [
  ...["calcomConflicts.takeOver", "calcomConflicts.cancelThere"],
  ...["connect", "chooseTeam", "registerWebhook", "checkWebhook"].map((change) => `calcomConnection.${change}`),
  ...["matchMembers", "setMember", "setMapping", "acceptProposals", "pushEventTypes"].map(
    (change) => `calcomMapping.${change}`,
  ),
  ...["calcom.detectDrift", "calcom.autoResolve"],
];
/** Where the action is not the permission: a permission covers more than one thing that one can do. */
const ACTION: Record<string, string> = {
  "notifications.retry": "retry_notifications",
  "notifications.retryFailed": "retry_notifications",
  "calcom.syncBehind": "sync_appointments",
  "calcom.syncUnwritten": "sync_appointments",
  "calcom.syncAppointment": "sync_appointments",
  "calcom.startReconciliation": "compare_calcom",
  "calcom.startImport": "compare_calcom",
  "calcom.setStrategies": "choose_calcom_strategies",
  "calcomConnection.disconnect": "delete_integrations",
  "notifications.remind": "remind_appointments",
  "team.revokeInvitation": "revoke_invitation",
  "services.archive": "archive_services",
  "services.change": "bulk_edit_services",
  "services.editMany": "bulk_edit_services",
  "services.restore": "restore_services",
  "services.duplicate": "create_services",
  "resources.archive": "archive_resources",
  "resources.restore": "restore_resources",
  "knowledge.create": "create_knowledge",
  "knowledge.edit": "edit_knowledge",
  "knowledge.delete": "delete_knowledge",
  "customerNotes.create": "create_general_notes",
  "customerNotes.edit": "edit_general_notes",
  "customerNotes.delete": "delete_general_notes",
  "appointments.change": "confirm_appointments",
  "appointments.undoReschedule": "restore_appointments",
  "company.editScheduling": "edit_company",
  "privacyRequests.eraseLog": "process_privacy_requests",
  "staff.editOwn": "edit_own_profile",
  "staffPhotos.remove": "edit_staff",
};

interface Prepared {
  world: World;
  caller: Caller;
}
const appointment = (
  { rows }: World,
  data: { status?: "pending" | "in_progress"; startsAt?: Date; blockedFrom?: Date },
) => platformClient().appointment.update({ where: { id: rows.appointmentId }, data });
const begun = () => ({ startsAt: new Date(Date.now() - DAY), blockedFrom: new Date(Date.now() - DAY) });

async function importIn({ rows }: World, status: "checked" | "running" | "done") {
  await platformClient().importJob.update({ where: { id: rows.importId }, data: { status } });
  return {};
}

async function freeStart({ world, caller }: Prepared): Promise<string> {
  const { branchId, serviceId } = world.rows;
  const [from, until] = [new Date(Date.now() + 5 * DAY).toISOString(), new Date(Date.now() + 9 * DAY).toISOString()];
  const { slots } = await caller.availability.findFreeSlots({ branchId, serviceId, from, until });
  return slots.at(-1)?.startsAt.toISOString() ?? "";
}

/** What has to be so before, and what is asked then in place of the walk's own values. */
const PREPARE: Record<string, (prepared: Prepared) => Promise<Record<string, unknown>>> = {
  "services.archive": async () => ({ isConfirmed: true }),
  "services.restore": async ({ caller, world }) => {
    await caller.services.archive({ serviceId: world.rows.serviceId, isConfirmed: true });
    return {};
  },
  "resources.restore": async ({ caller, world }) => {
    await caller.resources.archive({ resourceId: world.rows.resourceId });
    return {};
  },
  "appointments.book": async (prepared) => ({ startsAt: await freeStart(prepared) }),
  "bookings.create": async (prepared) => ({ startsAt: await freeStart(prepared) }),
  "appointments.reschedule": async (prepared) => ({ newStartsAt: await freeStart(prepared), isConfirmed: true }),
  "bookings.reschedule": async (prepared) => ({ newStartsAt: await freeStart(prepared) }),
  "appointments.change": async ({ world }) => {
    await appointment(world, { status: "pending" });
    return {};
  },
  "appointments.confirm": async ({ world }) => {
    await appointment(world, { status: "pending" });
    return {};
  },
  "appointments.createMany": async (prepared) => {
    const { branchId, serviceId, customerId } = prepared.world.rows;
    return { appointments: [{ branchId, serviceId, customerId, startsAt: await freeStart(prepared) }] };
  },
  "calcom.syncBehind": ({ world }) => withKey(world),
  "calcom.syncUnwritten": ({ world }) => withKey(world),
  "calcom.startReconciliation": ({ world }) => withKey(world),
  "calcom.startImport": ({ world }) => withKey(world),
  "calcom.syncAppointment": async ({ world }) => {
    const { rows } = world;
    await withKey(world);
    const failed = { calcomSyncStatus: "failed" } as const;
    await platformClient().appointment.update({ where: { id: rows.appointmentId }, data: failed });
    return {};
  },
  "privacyRequests.eraseLog": async ({ world }) => ({ customerId: world.rows.customerId }),
  "imports.start": ({ world }) => importIn(world, "checked"),
  "imports.stop": ({ world }) => importIn(world, "running"),
  "imports.undo": ({ world }) => importIn(world, "done"),
  "appointments.restore": async ({ world, caller }) => {
    await caller.appointments.cancel({ appointmentId: world.rows.appointmentId, isConfirmed: true });
    return {};
  },
  "appointments.recordDeposit": async ({ world }) => {
    await platformClient().appointment.update({ where: { id: world.rows.appointmentId }, data: { depositCents: 900 } });
    return {};
  },
  "appointments.undoReschedule": async (prepared) => {
    const { appointmentId } = prepared.world.rows;
    const newStartsAt = await freeStart(prepared);
    await prepared.caller.appointments.reschedule({ appointmentId, newStartsAt, isConfirmed: true });
    return {};
  },
  "appointments.complete": async ({ world }) => {
    await appointment(world, { status: "in_progress", ...begun() });
    return {};
  },
  "appointments.markNoShow": async ({ world }) => {
    await appointment(world, begun());
    return {};
  },
  "staff.archive": async ({ world }) => ({ staffId: (await createStaff(world.bookable.company)).id }),
  "classes.create": async ({ world }) => {
    const course = await createService(world.bookable.company, { capacity: 6 });
    return { serviceId: course.id, date: "2027-03-03" };
  },
  "classes.move": async () => ({ newStartsAt: "2027-03-03T10:00:00.000Z" }),
  "classes.substitute": async ({ world: { bookable, rows } }) => {
    const { serviceId } = await platformClient().classSession.findFirstOrThrow({ where: { id: rows.classSessionId } });
    return { staffId: (await createStaff(bookable.company, { serviceIds: [serviceId] })).id };
  },
  "staff.editOwn": async ({ world }) => {
    const { userId } = world.bookable.company.owner;
    await platformClient().membership.updateMany({ where: { userId }, data: { staffId: world.rows.staffId } });
    return { languages: ["de"] };
  },
  "policies.reset": async ({ caller }) => {
    await caller.policies.edit({ policyType: "cancellation", config: { minHoursNotice: 12 } });
    return {};
  },
  "calcomConflicts.keepOurs": async ({ world: { rows } }) => {
    const { conflictId, appointmentId } = rows;
    await platformClient().calcomEventMap.update({ where: { id: conflictId }, data: { appointmentId } });
    return {};
  },
  // The day that the walk names may be the very one of its appointment.
  "holidays.create": async () => ({ isConfirmed: true }),
  "roles.delete": async ({ world }) => ({ roleId: (await createRole(world.bookable.company, { permissions: [] })).id }),
};

async function withKey({ bookable }: World) {
  const { companyId } = bookable.company;
  const place = { column: "companies.calcom_api_key_encrypted", rowId: companyId };
  const data = { calcomApiKeyEncrypted: encrypt("cal_live_probe_0123456789", place) };
  await platformClient().company.update({ where: { id: companyId }, data });
  return {};
}

const entriesOf = (companyId: string) =>
  platformClient().activityLog.findMany({ where: { companyId }, orderBy: { sequence: "asc" } });

const leftOut = [...WRITES_NOTHING, ...ASK_CALCOM];
const changes = procedures.filter(([path, { _def }]) => _def.type === "mutation" && !leftOut.includes(path));

describe("every change", () => {
  let world: World;
  let caller: Caller;

  it("is walked", () => {
    expect(changes.length).toBeGreaterThan(30);
  });

  it.each(changes)("%s stands in the log, by its permission's name, with who and what", async (path, procedure) => {
    world = await createRows();
    const { userId } = world.bookable.company.owner;
    const token = await sessionOf({ userId });
    caller = callerFor(await createContext(browserHeaders(token, { "x-forwarded-for": "203.0.113.7" })));
    const special = await PREPARE[path]?.({ world, caller });
    const secret = await WITH_A_SECRET[path]?.({ company: world.bookable.company, caller });
    const { companyId } = world.rows;
    const before = (await entriesOf(companyId)).length;
    const call = path
      .split(".")
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], secret?.caller ?? caller);
    const input = secret ? secret.input : { ...inputFor(procedure, world), ...special };
    await (call as (input: unknown) => Promise<unknown>)(input);

    const entries = (await entriesOf(companyId)).slice(before);
    const permission = procedure._def.meta?.permission ?? "";
    const action = ACTION[path] ?? (isAccount(procedure) ? expect.stringMatching(/^[a-z]+(_[a-z]+)+$/) : permission);
    const entry = entries.find((one) => ACTION[path] === undefined || one.action === ACTION[path]);
    expect(entry).toMatchObject({
      action,
      logName: isAccount(procedure) && !JOINS.includes(path) ? "security" : expect.any(String),
      actor: { kind: "user", userId: secret?.actorId ?? userId },
      subjectType: expect.any(String),
      occurredAt: expect.any(Date),
      requestId: expect.any(String),
    });
    expect((await verifyCompanyChain(ownerOf(world.bookable.company))).broken).toBeNull();
  });
});
