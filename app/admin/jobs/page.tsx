import type { Metadata } from "next";
import { FailedJobs } from "@/components/operations/failed-jobs";
import { JobFigures } from "@/components/operations/job-figures";
import { Messages } from "@/components/providers/messages";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../(portal)/streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("jobs"))("title") };
}

export default async function JobsPage() {
  const [text] = await Promise.all([getText("jobs"), requireOperator()]);
  const queries = [trpc.platform.jobs.getStatus.queryOptions(), trpc.platform.jobs.listFailed.queryOptions()];
  const skeleton = (
    <Card>
      <DataTableSkeleton rows={8} />
    </Card>
  );
  return (
    <Messages names={["jobs"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={skeleton}>
        <JobFigures />
        <FailedJobs />
      </Streamed>
    </Messages>
  );
}
