import type { Metadata } from "next";
import { InviteButton } from "@/components/identity/team/invite-button";
import { TeamList } from "@/components/identity/team/team-list";
import { Messages } from "@/components/providers/messages";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("team"))("title") };
}

export default async function TeamPage() {
  const [text] = await Promise.all([getText("team"), requirePermission("view_team")]);
  const skeleton = (
    <Card>
      <DataTableSkeleton rows={5} />
    </Card>
  );
  return (
    <Messages names={["team"]}>
      <PageHeader title={text("title")} description={text("description")} actions={<InviteButton />} />
      <Streamed queries={[trpc.team.list.queryOptions()]} skeleton={skeleton}>
        <TeamList />
      </Streamed>
    </Messages>
  );
}
