import type { Metadata } from "next";
import { ImportPage } from "@/components/appointments/imports/import-page";
import { ListPage } from "@/components/providers/list-page";
import { BackLink } from "@/components/shared/back-link";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { requirePermission } from "@/server/api/rsc-permission";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("imports"))("title") };
}

export default async function ImportAppointmentsPage() {
  const [text, appointments] = await Promise.all([
    getText("imports"),
    getText("appointments"),
    requirePermission("import_appointments"),
  ]);
  return (
    <ListPage messages={["appointments", "imports"]}>
      <BackLink href="/appointments">{appointments("title")}</BackLink>
      <PageHeader title={text("title")} description={text("description")} />
      <ImportPage />
    </ListPage>
  );
}
