import { expect, it } from "vitest";
import { BUILT_IN_ROLES, type BuiltInRole, ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { can, isPermission, PERMISSIONS, type Permission } from "@/server/identity/rules/permissions";

type Row = Record<BuiltInRole, boolean>;
const ALL: Row = { super_admin: true, admin: true, manager: true, receptionist: true, staff: true };
const only = (...roles: BuiltInRole[]): Row =>
  Object.fromEntries(BUILT_IN_ROLES.map((role) => [role, roles.includes(role)])) as Row;

/** The matrix of the specification, one or more permissions for each of its cells that grants or withholds something. */
const MATRIX: [Permission, Row][] = [
  ["view_customers", ALL],
  ["export_customers", only("super_admin", "admin", "manager", "receptionist")],
  ["delete_customers", only("super_admin", "admin", "manager")],
  ["bulk_edit_customers", only("super_admin", "admin", "manager")],
  ["view_medical_notes", only("admin", "manager", "staff")],
  ["delete_medical_notes", only("admin", "staff")],
  ["view_management_notes", only("admin", "manager")],
  ["edit_management_notes", only("admin")],
  ["view_appointments", ALL],
  ["create_appointments", only("super_admin", "admin", "manager", "receptionist")],
  ["complete_appointments", ALL],
  ["reschedule_appointments", only("super_admin", "admin", "manager", "receptionist")],
  ["override_appointments", only("super_admin", "admin", "manager")],
  ["discount_appointments", only("super_admin", "admin", "manager")],
  ["delete_waitlist", only("super_admin", "admin", "manager", "receptionist")],
  ["view_calls", ALL],
  ["review_calls", only("super_admin", "admin", "manager", "receptionist")],
  ["delete_calls", only("super_admin", "admin", "manager")],
  ["complete_callbacks", only("super_admin", "admin", "manager", "receptionist")],
  ["view_staff", only("super_admin", "admin", "manager", "receptionist")],
  ["edit_working_hours", only("super_admin", "admin", "manager")],
  ["view_working_hours", ALL],
  ["request_schedule_exceptions", only("super_admin", "admin", "manager", "staff")],
  ["view_services", ALL],
  ["edit_services", only("super_admin", "admin", "manager")],
  ["create_services", only("super_admin", "admin")],
  ["view_branches", ALL],
  ["view_policies", only("super_admin", "admin", "manager", "receptionist")],
  ["edit_agents", only("super_admin", "admin", "manager")],
  ["delete_agents", only("super_admin", "admin")],
  ["edit_goals", only("super_admin", "admin", "manager")],
  ["view_call_analytics", only("super_admin", "admin", "manager", "receptionist")],
  ["view_platform_costs", only("super_admin", "admin")],
  ["view_own_kpis", ALL],
  ["view_balance", only("super_admin", "admin", "manager")],
  ["view_transactions", only("super_admin", "admin")],
  ["edit_plan", only("super_admin", "admin")],
  ["send_invoices", only("super_admin", "admin", "manager", "receptionist")],
  ["delete_invoices", only("super_admin", "admin", "manager")],
  ["take_payments", only("super_admin", "admin", "manager", "receptionist")],
  ["view_integration_health", only("super_admin", "admin", "manager")],
  ["create_api_keys", only("super_admin", "admin")],
  ["invite_team", only("super_admin", "admin", "manager")],
  ["remove_team", only("super_admin", "admin")],
  ["edit_roles", only("super_admin", "admin")],
  ["view_audit", only("super_admin", "admin", "manager")],
  ["create_privacy_requests", only("super_admin", "admin", "receptionist")],
  ["edit_tenants", only("super_admin")],
  ["impersonate_companies", only("super_admin")],
];

it.each(MATRIX)("grants %s as the matrix says", (permission, row) => {
  const granted = Object.fromEntries(BUILT_IN_ROLES.map((role) => [role, can(ROLE_PERMISSIONS[role], permission)]));
  expect(granted).toEqual(row);
});

it("knows over a hundred permissions, each once and named action_resource", () => {
  expect(PERMISSIONS.length).toBeGreaterThan(100);
  expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
  expect(PERMISSIONS.every((permission) => /^[a-z]+(_[a-z]+)+$/.test(permission))).toBe(true);
});

it("grants no role a permission that is not in the table, or one twice", () => {
  for (const role of BUILT_IN_ROLES) {
    expect(ROLE_PERMISSIONS[role].filter((permission) => !isPermission(permission))).toEqual([]);
    expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
  }
});
