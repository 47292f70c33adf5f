import { ListChecks, Network, ScrollText, ShieldCheck, Store, ToggleLeft, Users } from "lucide-react";
import type { NavigationGroup } from "./navigation";

/** The pages of the platform's operators. */
export const ADMIN_NAVIGATION: readonly NavigationGroup[] = [
  {
    key: "platform",
    items: [
      { key: "tenants", href: "/admin/tenants", icon: Network, permission: "view_tenants", isInBottomBar: true },
      { key: "companies", href: "/admin/companies", icon: Store, permission: "view_companies", isInBottomBar: true },
      { key: "users", href: "/admin/users", icon: Users, permission: "view_platform", isInBottomBar: true },
      {
        key: "flags",
        href: "/admin/feature-flags",
        icon: ToggleLeft,
        permission: "view_platform",
        isInBottomBar: true,
      },
      { key: "jobs", href: "/admin/jobs", icon: ListChecks, permission: "view_platform" },
      { key: "audit", href: "/admin/audit", icon: ScrollText, permission: "view_platform" },
      { key: "account", href: "/admin/security", icon: ShieldCheck },
    ],
  },
];
