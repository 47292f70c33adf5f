"use client";

import { ADMIN_NAVIGATION } from "./admin-navigation";
import { Shell, type ShellProps } from "./shell";

const navigation = { home: "/admin/tenants", groups: ADMIN_NAVIGATION };

/** The pages of the platform's operators; no business loads their icons. */
export function AdminShell(props: Omit<ShellProps, "navigation">) {
  return <Shell {...props} navigation={navigation} />;
}
