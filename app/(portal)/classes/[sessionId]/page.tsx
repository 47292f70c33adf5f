import type { Metadata } from "next";
import { SessionPage } from "@/components/appointments/classes/session-page";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { WidgetRowsSkeleton } from "@/components/shared/widget";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("classes"))("title") };
}

export default async function ClassSessionPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const [{ sessionId }] = await Promise.all([params, requirePermission("view_appointments")]);
  const queries = [
    trpc.classes.get.queryOptions({ classSessionId: sessionId }),
    trpc.classes.listParticipants.queryOptions({ classSessionId: sessionId }),
  ];
  return (
    <Messages names={["classes", "appointments"]}>
      <Streamed queries={queries} skeleton={<WidgetRowsSkeleton rows={8} rowClass="h-11" />}>
        <SessionPage sessionId={sessionId} />
      </Streamed>
    </Messages>
  );
}
