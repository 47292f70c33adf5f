"use client";

import { NAVIGATION } from "./navigation";
import { Shell, type ShellProps } from "./shell";

const navigation = { home: "/", groups: NAVIGATION };

/** The portal of a business. */
export function PortalShell(props: Omit<ShellProps, "navigation">) {
  return <Shell {...props} navigation={navigation} />;
}
