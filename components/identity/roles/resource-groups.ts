import { type Permission, RESOURCE_ACTIONS, type Resource } from "@/server/identity/rules/permissions";

/** How the editor sorts what a role may do; a test proves that nothing is left out. */
export const RESOURCE_GROUPS = {
  appointments: ["appointments", "series", "waitlist"],
  customers: ["customers", "general_notes", "medical_notes", "management_notes", "privacy_requests"],
  telephone: ["calls", "callbacks", "agents"],
  staff: ["staff", "working_hours", "schedule_exceptions"],
  offer: ["services", "resources", "branches", "policies", "templates", "rules"],
  figures: ["appointment_analytics", "call_analytics", "own_kpis", "analytics", "goals", "reports", "platform_costs"],
  money: ["invoices", "payments", "fees", "balance", "transactions", "plan", "costs"],
  connections: ["integrations", "integration_health", "api_keys", "webhooks", "mcp"],
  business: ["company", "company_security", "team", "roles", "audit"],
} as const satisfies Record<string, readonly Resource[]>;

export type ResourceGroup = keyof typeof RESOURCE_GROUPS;
export const GROUPS = Object.keys(RESOURCE_GROUPS) as ResourceGroup[];

/** The permissions on one resource, with the action that each stands for. */
export function permissionsOn(resource: Resource): { action: string; permission: Permission }[] {
  return RESOURCE_ACTIONS[resource].map((action) => ({ action, permission: `${action}_${resource}` as Permission }));
}
