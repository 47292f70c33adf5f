import type { Metadata } from "next";
import { ServiceGaps } from "@/components/calcom/mapping/service-gaps";
import { ServicePage } from "@/components/catalog/services/service-page";
import { ServiceSkeleton } from "@/components/catalog/services/service-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("catalog"))("title") };
}

export default async function ServiceDetailsPage({ params }: { params: Promise<{ serviceId: string }> }) {
  const [{ serviceId }] = await Promise.all([params, requirePermission("view_services")]);
  return (
    <Messages names={["catalog", "calcom-gaps"]}>
      <Streamed queries={[trpc.services.get.queryOptions({ serviceId })]} skeleton={<ServiceSkeleton />}>
        <ServicePage serviceId={serviceId} notice={<ServiceGaps serviceId={serviceId} />} />
      </Streamed>
    </Messages>
  );
}
