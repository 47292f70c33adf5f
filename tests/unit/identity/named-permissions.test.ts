import { describe, expect, it } from "vitest";
import { everyProcedure } from "../../support/every-procedure";

/** What a router is about, where it is not called so. */
const ABOUT: Record<string, string> = {
  allowedOrigins: "api_keys",
  bookings: "appointments",
  calcom: "appointments",
  calcomConflicts: "appointments",
  calcomConnection: "integrations",
  calcomMapping: "integrations",
  classes: "appointments",
  exceptions: "schedule_exceptions",
  featureFlags: "platform",
  holidays: "working_hours",
  imports: "appointments",
  knowledge: "agents",
  impersonation: "companies",
  notifications: "appointments",
  phoneNumbers: "companies",
  staffOffers: "services",
  staffPhotos: "staff",
  users: "platform",
};

/** What a word asks for, where the permission has another one. */
const ASKS: Record<string, string> = {
  ...{ add: "create", book: "create", duplicate: "create" },
  ...{ archive: "delete", disconnect: "delete", remove: "delete", revoke: "delete" },
  ...{
    accept: "edit",
    choose: "edit",
    connect: "edit",
    match: "edit",
    observe: "edit",
    push: "edit",
    register: "edit",
  },
  ...{ reorder: "edit", reset: "edit", set: "edit", sync: "edit", update: "edit" },
};

/** Changes whose permission does not follow from their name, each looked at by somebody. */
const LOOKED_AT: Record<string, string> = {
  // A photo is a part of somebody, who stays.
  "staffPhotos.remove": "edit_staff",
  // Several at once, each by what is done to it.
  "appointments.change": "bulk_edit_appointments",
  "services.change": "bulk_edit_services",
  "services.editMany": "bulk_edit_services",
  // Money, whatever it is taken for.
  "appointments.recordDeposit": "take_payments",
  // The way back is open to whoever may go there.
  "appointments.undoReschedule": "reschedule_appointments",
  "exceptions.withdraw": "request_schedule_exceptions",
  "platform.impersonation.end": "impersonate_companies",
  "platform.jobs.retry": "edit_platform",
  "platform.tenants.reactivate": "suspend_tenants",
  "resources.restore": "delete_resources",
  "services.restore": "delete_services",
  "staff.restore": "create_staff",
  "privacyRequests.eraseLog": "process_privacy_requests",
  // What two calendars say of one appointment is settled by whoever may change it, here as there.
  "calcom.resolveDrift": "edit_appointments",
  "calcomConflicts.ignore": "edit_appointments",
  "calcomConflicts.keepOurs": "edit_appointments",
  "calcomConflicts.link": "edit_appointments",
  "calcomConflicts.takeOver": "create_appointments",
  // Both sides are compared and brought together by whoever keeps the connection.
  "calcom.autoResolve": "edit_integrations",
  "calcom.setStrategies": "edit_integrations",
  "calcom.startImport": "edit_integrations",
  "calcom.startReconciliation": "edit_integrations",
  "calcom.syncUnwritten": "edit_integrations",
  // A test, and nothing that stays.
  "calcom.detectDrift": "test_integrations",
  "calcomConnection.checkWebhook": "test_integrations",
  "calls.markReviewed": "review_calls",
  "classes.move": "reschedule_appointments",
  "classes.substitute": "reschedule_appointments",
  // Each kind of note has permissions of its own; the command asks for the one that the note needs.
  "customerNotes.create": "view_customers",
  "customerNotes.delete": "view_customers",
  "customerNotes.edit": "view_customers",
  "exceptions.decide": "edit_schedule_exceptions",
  "holidays.placeBranch": "edit_branches",
  "holidays.placeCompany": "edit_company",
  "imports.check": "import_appointments",
  "imports.start": "import_appointments",
  "imports.stop": "import_appointments",
  "imports.undo": "import_appointments",
  "imports.upload": "import_appointments",
  // A message goes to the customer of an appointment: whoever may change that may tell of it, and tell again.
  "notifications.remind": "edit_appointments",
  "notifications.retry": "edit_appointments",
  "calls.setFallback": "edit_branches",
  "notifications.retryFailed": "edit_appointments",
  "platform.companies.inviteOwner": "edit_companies",
  "platform.impersonation.start": "impersonate_companies",
  "platform.phoneNumbers.add": "edit_companies",
  "platform.phoneNumbers.remove": "edit_companies",
  "platform.users.endSessions": "edit_platform",
  "platform.users.lock": "edit_platform",
  "platform.users.unlock": "edit_platform",
  "services.startFromTemplate": "create_services",
  "simulator.converse": "test_integrations",
  "simulator.play": "test_integrations",
  "team.resendInvitation": "invite_team",
  "team.revokeInvitation": "invite_team",
  "webhooks.replay": "retry_webhooks",
};

/** Reading what one may only see who does something with it. */
const READ_TO_ACT: Record<string, string> = {
  "bookings.preview": "create_appointments",
  "calcom.countUnwritten": "edit_integrations",
  "calcom.listDrift": "edit_appointments",
  "calcomConflicts.list": "edit_appointments",
  "calcomConnection.listTeams": "edit_integrations",
  "calcomMapping.get": "edit_integrations",
  "calendar.checkMove": "reschedule_appointments",
  "classes.listChoices": "create_appointments",
  "downloads.importProblems": "import_appointments",
  // The platform's permissions are to look and to change; every operator holds both, and taking it along is logged.
  "downloads.platformAuditLog": "view_platform",
  "downloads.recording": "view_calls",
  "imports.get": "import_appointments",
  "imports.list": "import_appointments",
  "imports.listLines": "import_appointments",
  "notifications.previewDecision": "edit_schedule_exceptions",
  "services.previewPrices": "bulk_edit_services",
  "simulator.listScenarios": "test_integrations",
};

type Procedure = { _def: { type: string; meta?: { permission?: string } } };
const OPEN = ["public", "account", "signed_in"];
const all = (everyProcedure as [string, Procedure][]).flatMap(([path, { _def }]) => {
  const permission = _def.meta?.permission ?? "";
  return OPEN.includes(permission) ? [] : [{ path, permission, isChange: _def.type === "mutation" }];
});

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `staff.archive` may be `archive_staff`, and is `delete_staff`. */
function isNamedSo({ path, permission }: { path: string; permission: string }): boolean {
  const [router = "", name = ""] = path.split(".").slice(-2);
  const [verb = ""] = snake(name).split("_");
  const resource = ABOUT[router] ?? snake(router);
  return [snake(name), verb, ASKS[verb]].some((word) => permission === `${word}_${resource}`);
}

const listed = (entries: typeof all) => Object.fromEntries(entries.map(({ path, permission }) => [path, permission]));

describe("the permission of a procedure", () => {
  it("is what its name asks for when it changes something, or was looked at", () => {
    expect(listed(all.filter((procedure) => procedure.isChange && !isNamedSo(procedure)))).toEqual(LOOKED_AT);
  });

  it("is one to look when it only shows something, or was looked at", () => {
    const others = all.filter(({ path, permission, isChange }) => !isChange && !fitsReading(path, permission));
    expect(listed(others)).toEqual(READ_TO_ACT);
  });
});

/** A file to take along is more than a look. */
const fitsReading = (path: string, permission: string): boolean =>
  permission.startsWith(path.startsWith("downloads.") ? "export_" : "view_");
