import { everythingOn, PERMISSIONS, type Permission, type Resource } from "./permissions";

export const BUILT_IN_ROLES = ["super_admin", "admin", "manager", "receptionist", "staff"] as const;
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

const PLATFORM: Resource[] = ["tenants", "companies", "platform"];
/** What only the treating business may read: the platform's people never do. */
const CONFIDENTIAL: Resource[] = ["medical_notes", "management_notes"];

/** What an operator may look at and only the business itself may change: its own locks. */
const OWNERS_ONLY: Permission[] = ["edit_company_security"];

const view = (...resources: Resource[]) => resources.map((resource) => `view_${resource}` as Permission);
const without = (hidden: readonly Permission[]) => PERMISSIONS.filter((permission) => !hidden.includes(permission));

const manager: Permission[] = [
  ...everythingOn("customers", "general_notes", "appointments", "series", "waitlist", "calls", "callbacks"),
  ...everythingOn("staff", "working_hours", "schedule_exceptions", "goals", "reports", "invoices", "payments", "fees"),
  ...everythingOn("analytics", "appointment_analytics", "call_analytics", "own_kpis"),
  ...(["view_medical_notes", "create_medical_notes", "view_management_notes", "create_management_notes"] as const),
  ...view("services", "resources", "branches", "policies", "templates", "rules", "agents", "company"),
  ...(["edit_services", "edit_resources", "edit_branches"] as const),
  ...(["edit_policies", "edit_templates", "edit_rules", "edit_agents"] as const),
  ...view("balance", "integration_health", "team", "privacy_requests", "audit"),
  ...(["invite_team", "edit_team"] as const),
];

const BEYOND_RECEPTION: readonly Permission[] = [
  "override_appointments",
  "discount_appointments",
  "import_appointments",
];

const receptionist: Permission[] = [
  ...(["view_customers", "create_customers", "edit_customers", "export_customers"] as const),
  ...(["view_general_notes", "create_general_notes", "edit_general_notes", "export_general_notes"] as const),
  ...everythingOn("appointments", "series", "waitlist").filter((permission) => !BEYOND_RECEPTION.includes(permission)),
  ...(["view_calls", "review_calls", "link_calls"] as const),
  ...everythingOn("callbacks"),
  ...view("staff", "working_hours", "schedule_exceptions", "services", "resources", "branches", "company"),
  ...view("policies", "templates", "rules", "agents", "appointment_analytics", "call_analytics", "own_kpis"),
  ...(["view_invoices", "create_invoices", "send_invoices", "view_payments", "take_payments"] as const),
  ...(["view_fees", "release_fees", "settle_fees"] as const),
  "create_privacy_requests",
];

/** Rows are their own only (appointments, calls, hours, customers' medical notes): the repositories add that condition. */
const staff: Permission[] = [
  ...view("customers", "general_notes", "appointments", "series", "waitlist", "calls", "callbacks"),
  ...(["confirm_appointments", "start_appointments", "complete_appointments", "mark_no_show_appointments"] as const),
  "restore_appointments",
  ...everythingOn("medical_notes"),
  ...(["view_working_hours", "request_working_hours"] as const),
  ...(["view_schedule_exceptions", "request_schedule_exceptions"] as const),
  ...view("services", "resources", "branches", "company", "own_kpis"),
];

/** The matrix of the built-in roles; a company's own roles list their permissions in rows. */
export const ROLE_PERMISSIONS: Record<BuiltInRole, readonly Permission[]> = {
  super_admin: without([...everythingOn(...CONFIDENTIAL), ...OWNERS_ONLY]),
  admin: without(everythingOn(...PLATFORM)),
  manager,
  receptionist,
  staff,
};

/** Through which an operator could stay, act in the business's name towards others, or carry its data away. */
const BEYOND_VISITORS: Resource[] = [
  ...(["api_keys", "integrations", "webhooks", "mcp", "team", "roles", "company", "company_security"] as const),
  ...(["balance", "transactions", "plan", "payments", "fees", "privacy_requests"] as const),
];
const HARMLESS = /^(view|test|retry)_/;
const OUTSIDE: readonly string[] = [
  ...everythingOn(...PLATFORM, ...CONFIDENTIAL),
  ...everythingOn(...BEYOND_VISITORS).filter((permission) => !HARMLESS.test(permission)),
];

/** What an operator may do inside a company that they look into: look, and help with the daily work. */
export const IMPERSONATOR_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !OUTSIDE.includes(permission) && !permission.startsWith("export_"),
);

export function isBuiltInRole(key: string): key is BuiltInRole {
  return (BUILT_IN_ROLES as readonly string[]).includes(key);
}
