import type { Metadata } from "next";
import { AppointmentPage } from "@/components/appointments/details/appointment-page";
import { SectionsSkeleton } from "@/components/appointments/details/sections-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("appointments"))("details.title") };
}

export default async function Page({ params }: { params: Promise<{ appointmentId: string }> }) {
  const [{ appointmentId }] = await Promise.all([params, requirePermission("view_appointments")]);
  const queries = [trpc.appointments.get.queryOptions({ appointmentId }), trpc.staff.list.queryOptions({})];
  return (
    <Messages names={["appointments", "fees"]}>
      <Streamed queries={queries} skeleton={<SectionsSkeleton />}>
        <AppointmentPage appointmentId={appointmentId} />
      </Streamed>
    </Messages>
  );
}
