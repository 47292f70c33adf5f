import type { Metadata } from "next";
import { ModificationList } from "@/components/appointments/modifications/modification-list";
import { ListPage } from "@/components/providers/list-page";
import { BackLink } from "@/components/shared/back-link";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { requirePermission } from "@/server/api/rsc-permission";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("modifications"))("title") };
}

export default async function ModificationsPage() {
  const [text, appointments] = await Promise.all([
    getText("modifications"),
    getText("appointments"),
    requirePermission("view_appointments"),
  ]);
  return (
    <ListPage messages={["appointments", "modifications"]}>
      <BackLink href="/appointments">{appointments("title")}</BackLink>
      <PageHeader title={text("title")} description={text("description")} />
      <ModificationList loadedAt={Date.now()} />
    </ListPage>
  );
}
