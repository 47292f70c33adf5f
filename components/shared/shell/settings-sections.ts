export interface SettingsSection {
  /** Also its message key under `settings.sections`. */
  key: string;
  href: string;
  /** Who may open it; `account`: whoever is signed in, it is about themselves. */
  permission: string;
  /** What lies below it is another section. */
  isExact?: boolean;
}

/** In the order of the menu; a new page is one line here and one word in the message files. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { key: "profile", href: "/settings/profile", permission: "account" },
  { key: "security", href: "/settings/security", permission: "account" },
  { key: "companySecurity", href: "/settings/company-security", permission: "edit_company_security" },
  { key: "team", href: "/settings/team", permission: "view_team" },
  { key: "roles", href: "/settings/roles", permission: "view_roles" },
  { key: "policies", href: "/settings/policies", permission: "view_policies" },
  { key: "scheduling", href: "/settings/scheduling", permission: "edit_company" },
  { key: "apiKeys", href: "/settings/api-keys", permission: "view_api_keys" },
  { key: "usage", href: "/settings/usage", permission: "view_plan" },
  { key: "apiDocs", href: "/docs/api", permission: "account" },
  { key: "integrations", href: "/settings/integrations", permission: "view_integrations" },
  { key: "knowledge", href: "/settings/knowledge", permission: "view_agents" },
  { key: "simulator", href: "/settings/simulator", permission: "test_integrations" },
  { key: "calcomConnection", href: "/settings/calcom/connection", permission: "edit_integrations" },
  { key: "calcom", href: "/settings/calcom", permission: "edit_appointments", isExact: true },
  { key: "webhooks", href: "/settings/webhooks", permission: "view_webhooks" },
  { key: "audit", href: "/settings/audit", permission: "view_audit" },
];

/** The sections that someone with these permissions can open. */
export function visibleSections(permissions: readonly string[]): SettingsSection[] {
  return SETTINGS_SECTIONS.filter(({ permission }) => permission === "account" || permissions.includes(permission));
}
