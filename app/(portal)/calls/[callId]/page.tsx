import type { Metadata } from "next";
import { CallPage } from "@/components/calls/call-page";
import { CallSkeleton } from "@/components/calls/call-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { Card, CardContent } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("calls"))("title") };
}

export default async function CallDetailsPage({ params }: { params: Promise<{ callId: string }> }) {
  const [{ callId }] = await Promise.all([params, requirePermission("view_calls")]);
  const skeleton = (
    <Card>
      <CardContent>
        <CallSkeleton />
      </CardContent>
    </Card>
  );
  return (
    <Messages names={["calls", "recordings", "appointments"]}>
      <Streamed queries={[trpc.calls.get.queryOptions({ callId })]} skeleton={skeleton}>
        <CallPage callId={callId} />
      </Streamed>
    </Messages>
  );
}
