import type { CompanyContext } from "@/server/core/context";

const FULL = ["view", "create", "edit", "delete", "export", "bulk_edit"] as const;

/** Every resource that a permission may name, and what can be done with it: `{action}_{resource}`. */
export const RESOURCE_ACTIONS = {
  customers: [...FULL, "import", "merge"],
  general_notes: FULL,
  medical_notes: FULL,
  management_notes: FULL,
  appointments: [
    "view",
    "create",
    "edit",
    "confirm",
    "start",
    "complete",
    "mark_no_show",
    "cancel",
    "reschedule",
    "restore",
    "override",
    "discount",
    "import",
    "export",
    "bulk_edit",
  ],
  series: ["view", "create", "edit", "cancel", "export", "bulk_edit"],
  waitlist: FULL,
  calls: [...FULL, "review", "link"],
  callbacks: [...FULL, "assign", "complete"],
  staff: FULL,
  working_hours: [...FULL, "request"],
  schedule_exceptions: [...FULL, "request"],
  services: FULL,
  resources: FULL,
  branches: FULL,
  policies: FULL,
  templates: FULL,
  rules: FULL,
  agents: FULL,
  goals: FULL,
  analytics: ["view", "export"],
  appointment_analytics: ["view", "export"],
  call_analytics: ["view", "export"],
  own_kpis: ["view"],
  platform_costs: ["view"],
  reports: FULL,
  balance: ["view", "edit"],
  transactions: ["view", "create", "export"],
  plan: ["view", "edit"],
  costs: ["view", "export"],
  invoices: [...FULL, "send"],
  payments: [...FULL, "take", "refund"],
  /** What customers owe for broken rules. */
  fees: ["view", "release", "waive", "settle"],
  integrations: [...FULL, "test"],
  integration_health: ["view"],
  api_keys: [...FULL, "rotate"],
  webhooks: [...FULL, "retry"],
  mcp: ["view", "edit", "use"],
  team: ["view", "invite", "edit", "remove"],
  roles: ["view", "create", "edit", "delete", "assign"],
  company: ["view", "edit"],
  /** Who needs a second factor, and from which networks people may enter. */
  company_security: ["view", "edit"],
  privacy_requests: [...FULL, "process"],
  audit: ["view", "export"],
  tenants: [...FULL, "suspend"],
  companies: [...FULL, "impersonate"],
  platform: ["view", "edit"],
} as const satisfies Record<string, readonly string[]>;

export type Resource = keyof typeof RESOURCE_ACTIONS;
type ActionOf<R extends Resource> = (typeof RESOURCE_ACTIONS)[R][number];
export type Permission = { [R in Resource]: `${ActionOf<R>}_${R}` }[Resource];

/** All the permissions of some resources. */
export function everythingOn<R extends Resource>(...resources: R[]): Permission[] {
  return resources.flatMap((resource) =>
    RESOURCE_ACTIONS[resource].map((action) => `${action}_${resource}` as Permission),
  );
}

export const PERMISSIONS: readonly Permission[] = everythingOn(...(Object.keys(RESOURCE_ACTIONS) as Resource[]));

const known: ReadonlySet<string> = new Set(PERMISSIONS);

export function isPermission(text: string): text is Permission {
  return known.has(text);
}

/** Whether someone with these permissions may do it; the screen and the server ask the same question. */
export function can(permissions: readonly string[], permission: Permission): boolean {
  return permissions.includes(permission);
}

/** Whether whoever acts holds it; jobs, callers and customers hold none. */
export function may({ permissions }: CompanyContext, permission: Permission): boolean {
  return permissions?.has(permission) ?? false;
}
