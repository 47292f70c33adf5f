import type { ReactNode } from "react";
import { Messages } from "@/components/providers/messages";
import { SettingsNav } from "@/components/shared/shell/settings-nav";
import { requireSession } from "@/server/api/rsc";

/** The sections on the left, the chosen one beside them. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { permissions } = await requireSession();
  return (
    <Messages names={["settings"]}>
      <div className="flex flex-col gap-x-8 gap-y-4 md:flex-row">
        <SettingsNav permissions={permissions} />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </Messages>
  );
}
