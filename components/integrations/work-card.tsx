"use client";

import type { WorkView } from "@/server/operations/schema";
import { useCompany } from "../providers/company-provider";
import { PageLink } from "../shared/page-link";
import { RelativeTime } from "../shared/relative-time";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { RetryWorkButton } from "./retry-work-button";
import { WORK_PLACES } from "./work-places";

/** One kind of work: how much of it waits or failed, since when, where one sees each, and a try of all at once. */
export function WorkCard({ work }: { work: WorkView }) {
  const text = useText("work");
  const { permissions } = useCompany();
  const { kind, waiting, failed, waitingSince, failedSince } = work;
  const { list, retry } = WORK_PLACES[kind];
  const tone = failed > 0 ? "danger" : waiting > 0 ? "warning" : "success";
  const id = `work-${kind}`;
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <div className="min-w-0">
          <CardTitle id={id}>{text(`kinds.${kind}.name`)}</CardTitle>
          <p className="text-muted-foreground">{text(`kinds.${kind}.what`)}</p>
        </div>
        <Badge tone={tone}>{text(failed > 0 ? "state.failed" : waiting > 0 ? "state.waiting" : "state.done")}</Badge>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <dl className="grid grid-cols-2 gap-4">
          {kind !== "jobs" && <Figure label={text("waiting")} count={waiting} since={waitingSince} />}
          {kind !== "events" && <Figure label={text("failed")} count={failed} since={failedSince} />}
        </dl>
        {waiting + failed > 0 && list && (
          <div className="flex flex-wrap gap-2">
            {retry && permissions.includes(retry.permission) && <RetryWorkButton kind={retry.kind} />}
            {permissions.includes(list.permission) && (
              <Button asChild>
                <PageLink href={failed > 0 ? list.failed : list.waiting}>{text("show")}</PageLink>
              </Button>
            )}
          </div>
        )}
      </CardContent>
    </Card>
  );
}

function Figure({ label, count, since }: { label: string; count: number; since: Date | null }) {
  const text = useText("work");
  return (
    <div>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="font-semibold text-xl tabular-nums">{count}</dd>
      {since && (
        <dd className="text-muted-foreground text-sm">
          {text("oldest")} <RelativeTime at={since} />
        </dd>
      )}
    </div>
  );
}
