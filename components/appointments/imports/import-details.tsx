"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTRPC } from "../../providers/trpc-provider";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { ErrorState } from "../../shared/error-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent } from "../../ui/card";
import { isAtWork, LOOK_AGAIN_MS } from "./at-work";
import { ImportActions } from "./import-actions";
import { ImportLines } from "./import-lines";
import { ImportProgress } from "./import-progress";
import { ImportStatusBadge } from "./import-status-badge";
import { MappingForm } from "./mapping-form";

/** One file on its way: what its columns hold, what each line makes, how far it has come. */
export function ImportDetails({ importId, onBack }: { importId: string; onBack: () => void }) {
  const text = useText("imports");
  const formatters = useFormatters();
  const query = useQuery(
    useTRPC().imports.get.queryOptions(
      { importId },
      { refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_AGAIN_MS : false) },
    ),
  );
  const job = query.data;
  const canMap = job && ["uploaded", "checked", "failed"].includes(job.status) && job.counts.done === 0;
  return (
    <div className="flex flex-col gap-4">
      <Button variant="link" size="inline" className="self-start" onClick={onBack}>
        <ArrowLeft />
        {text("back")}
      </Button>
      {query.isError && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {!job && !query.isError && <DataTableSkeleton rows={6} />}
      {job && (
        <>
          <Card>
            <CardContent className="flex flex-col gap-4">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <div className="min-w-0">
                  <h2 className="truncate font-semibold text-lg">{job.fileName}</h2>
                  <p className="text-muted-foreground text-sm">
                    {text("facts", {
                      lines: job.total,
                      branch: job.branch.name,
                      encoding: job.encoding.toUpperCase(),
                      who: job.createdBy,
                      when: formatters.dateTime(job.createdAt),
                    })}
                  </p>
                </div>
                <ImportStatusBadge status={job.status} />
              </div>
              <ImportProgress job={job} />
              <ImportActions job={job} />
            </CardContent>
          </Card>
          {canMap && <MappingForm key={job.version} job={job} />}
          {job.status !== "uploaded" && <ImportLines job={job} />}
        </>
      )}
    </div>
  );
}
