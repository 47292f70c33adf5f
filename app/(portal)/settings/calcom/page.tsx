import type { Metadata } from "next";
import { ConflictList } from "@/components/calcom/conflict-list";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { requirePermission } from "@/server/api/rsc-permission";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("calcom"))("title") };
}

export default async function CalcomConflictsPage() {
  const [text] = await Promise.all([getText("calcom"), requirePermission("edit_appointments")]);
  return (
    <ListPage messages={["calcom", "appointments"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <ConflictList />
    </ListPage>
  );
}
