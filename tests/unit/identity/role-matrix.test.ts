import { describe, expect, it } from "vitest";
import { BUILT_IN_ROLES, type BuiltInRole, ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { PERMISSIONS } from "@/server/identity/rules/permissions";

/**
 * The specification's matrix, cell by cell, as words of its own: nothing here is computed from the code that it judges.
 * A cell lists what the role may do with each of the row's resources; `*` is everything that there is.
 */
type Cell = string;
type Row = Record<BuiltInRole, Cell>;
const MATRIX: Record<string, { resources: string[]; cells: Row }> = {
  "customers, general notes": {
    resources: ["customers", "general_notes"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view create edit export", staff: "view" },
  },
  "medical notes": {
    resources: ["medical_notes"],
    cells: { super_admin: "", admin: "*", manager: "view create", receptionist: "", staff: "*" },
  },
  "management notes": {
    resources: ["management_notes"],
    cells: { super_admin: "", admin: "*", manager: "view create", receptionist: "", staff: "" },
  },
  appointments: {
    resources: ["appointments"],
    cells: {
      super_admin: "*",
      admin: "*",
      manager: "*",
      receptionist: "view create edit confirm start complete mark_no_show cancel reschedule restore export bulk_edit",
      staff: "view confirm start complete mark_no_show restore",
    },
  },
  "series, waitlist": {
    resources: ["series", "waitlist"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "*", staff: "view" },
  },
  calls: {
    resources: ["calls"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view review link", staff: "view" },
  },
  callbacks: {
    resources: ["callbacks"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "*", staff: "view" },
  },
  staff: {
    resources: ["staff"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view", staff: "" },
  },
  "working hours, exceptions": {
    resources: ["working_hours", "schedule_exceptions"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view", staff: "view request" },
  },
  "services, resources, branches": {
    resources: ["services", "resources", "branches"],
    cells: { super_admin: "*", admin: "*", manager: "view edit", receptionist: "view", staff: "view" },
  },
  "policies, templates, rules, agents": {
    resources: ["policies", "templates", "rules", "agents"],
    cells: { super_admin: "*", admin: "*", manager: "view edit", receptionist: "view", staff: "" },
  },
  "goals, analytics, reports": {
    resources: ["goals", "analytics", "reports"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "", staff: "" },
  },
  "analytics of appointments and calls": {
    resources: ["appointment_analytics", "call_analytics"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view", staff: "" },
  },
  "own KPIs": {
    resources: ["own_kpis"],
    cells: { super_admin: "view", admin: "view", manager: "view", receptionist: "view", staff: "view" },
  },
  "platform costs": {
    resources: ["platform_costs"],
    cells: { super_admin: "view", admin: "view", manager: "", receptionist: "", staff: "" },
  },
  balance: {
    resources: ["balance"],
    cells: { super_admin: "*", admin: "*", manager: "view", receptionist: "", staff: "" },
  },
  "transactions, plan, costs": {
    resources: ["transactions", "plan", "costs"],
    cells: { super_admin: "*", admin: "*", manager: "", receptionist: "", staff: "" },
  },
  invoices: {
    resources: ["invoices"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view create send", staff: "" },
  },
  fees: {
    resources: ["fees"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view release settle", staff: "" },
  },
  payments: {
    resources: ["payments"],
    cells: { super_admin: "*", admin: "*", manager: "*", receptionist: "view take", staff: "" },
  },
  "integrations, API keys, webhooks, MCP": {
    resources: ["integrations", "api_keys", "webhooks", "mcp"],
    cells: { super_admin: "*", admin: "*", manager: "", receptionist: "", staff: "" },
  },
  "health of integrations": {
    resources: ["integration_health"],
    cells: { super_admin: "view", admin: "view", manager: "view", receptionist: "", staff: "" },
  },
  team: {
    resources: ["team"],
    cells: { super_admin: "*", admin: "*", manager: "view invite edit", receptionist: "", staff: "" },
  },
  roles: {
    resources: ["roles"],
    cells: { super_admin: "*", admin: "*", manager: "", receptionist: "", staff: "" },
  },
  "the company itself": {
    resources: ["company"],
    cells: { super_admin: "*", admin: "*", manager: "view", receptionist: "view", staff: "view" },
  },
  "who may enter the company": {
    resources: ["company_security"],
    cells: { super_admin: "view", admin: "*", manager: "", receptionist: "", staff: "" },
  },
  "privacy requests": {
    resources: ["privacy_requests"],
    cells: { super_admin: "*", admin: "*", manager: "view", receptionist: "create", staff: "" },
  },
  audit: {
    resources: ["audit"],
    cells: { super_admin: "*", admin: "*", manager: "view", receptionist: "", staff: "" },
  },
  "tenants, platform": {
    resources: ["tenants", "companies", "platform"],
    cells: { super_admin: "*", admin: "", manager: "", receptionist: "", staff: "" },
  },
};

const resourceOf = (permission: string, resources: string[]) =>
  resources.filter((resource) => permission.endsWith(`_${resource}`)).sort((a, b) => b.length - a.length)[0];
const everyResource = Object.values(MATRIX).flatMap(({ resources }) => resources);

/** What the code grants a role on one resource, as the matrix would write it. */
function granted(permissions: readonly string[], resource: string): string[] {
  return permissions
    .filter((permission) => resourceOf(permission, everyResource) === resource)
    .map((permission) => permission.slice(0, -resource.length - 1))
    .sort();
}

const cells = Object.entries(MATRIX).flatMap(([row, { resources, cells }]) =>
  BUILT_IN_ROLES.flatMap((role) => resources.map((resource) => ({ row, role, resource, cell: cells[role] }))),
);

describe("the matrix of roles", () => {
  it.each(cells)("$role may do to $resource exactly: $cell", ({ role, resource, cell }) => {
    const written = cell === "*" ? granted(PERMISSIONS, resource) : cell.split(" ").filter(Boolean).sort();
    expect(granted(ROLE_PERMISSIONS[role], resource)).toEqual(written);
  });

  it("has a row for every permission, so that a new one can't be granted unseen", () => {
    const homeless = PERMISSIONS.filter((permission) => !resourceOf(permission, everyResource));
    expect(homeless).toEqual([]);
    const counted = everyResource.flatMap((resource) => granted(PERMISSIONS, resource));
    expect(counted).toHaveLength(PERMISSIONS.length);
    expect(new Set(everyResource).size).toBe(everyResource.length);
  });
});
