import { redirect } from "next/navigation";
import { visibleSections } from "@/components/shared/shell/settings-sections";
import { requireSession } from "@/server/api/rsc";

export default async function SettingsPage() {
  const { permissions } = await requireSession();
  redirect(visibleSections(permissions)[0]?.href ?? "/");
}
