import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "@/server/identity/rules/permissions";
import { type SourceFile, sourcesBelow } from "./source";

const ALL = ["view", "create", "edit", "delete", "export", "bulk_edit"];
const MANY = ["export", "bulk_edit"];

/** Given in roles already, while what they allow is still to come: an issue of its own brings it and takes its line away. */
const TO_COME: Record<string, readonly string[]> = {
  customers: ["bulk_edit", "import", "merge"],
  ...{ general_notes: MANY, medical_notes: MANY, management_notes: MANY },
  ...{ series: ["view", "create", "edit", "cancel", ...MANY], waitlist: ALL },
  calls: ["edit", "bulk_edit"],
  callbacks: ["edit", "delete", "assign", ...MANY],
  staff: ["bulk_edit"],
  working_hours: ["request", ...MANY],
  schedule_exceptions: MANY,
  resources: ["bulk_edit"],
  branches: ["create", "delete", ...MANY],
  policies: ["create", "delete", ...MANY],
  ...{ templates: ALL, rules: ALL, agents: MANY, goals: ALL, reports: ALL },
  ...{ analytics: ["export"], appointment_analytics: ["export"], call_analytics: ["view", "export"] },
  ...{ own_kpis: ["view"], platform_costs: ["view"], costs: ["view", "export"], plan: ["edit"] },
  ...{ balance: ["view", "edit"], transactions: ["view", "create", "export"] },
  ...{ invoices: [...ALL, "send"], payments: ALL },
  integrations: ["create", ...MANY],
  api_keys: MANY,
  webhooks: ["create", "edit", "delete", ...MANY],
  mcp: ["view", "edit", "use"],
  privacy_requests: ALL,
  ...{ tenants: ["delete", ...MANY], companies: ["delete", ...MANY] },
};
/** Put together where they are asked for, by the kind of a note. */
const NOTES = ["general_notes", "medical_notes", "management_notes"];
const OF_NOTES = NOTES.flatMap((notes) => ["view", "create", "edit", "delete"].map((action) => `${action}_${notes}`));

/** Where permissions are declared and given, not asked for. */
const GIVEN = ["server/identity/rules/", "server/identity/roles/"];
const sources = ["server", "components", "app"]
  .flatMap(sourcesBelow)
  .filter(({ path }) => !GIVEN.some((folder) => path.startsWith(folder)));

function unused(files: readonly SourceFile[], permissions: readonly string[]): string[] {
  const named = files.flatMap(({ text }) => [...text.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)].map(([, name]) => name));
  const asked = new Set([...named, ...OF_NOTES]);
  return permissions.filter((permission) => !asked.has(permission)).sort();
}

describe("a permission", () => {
  it("is asked for somewhere, or stands among those whose feature is to come", () => {
    const coming = Object.entries(TO_COME).flatMap(([resource, actions]) =>
      actions.map((action) => `${action}_${resource}`),
    );
    expect(unused(sources, PERMISSIONS)).toEqual(coming.sort());
  });

  it("and one that nobody asks for would be found", () => {
    expect(unused(sources, ["view_customers", "view_nothing"])).toEqual(["view_nothing"]);
  });
});
