"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { DataTable } from "../../shared/data-table/table";
import { ErrorState } from "../../shared/error-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Card, CardContent } from "../../ui/card";
import { isAtWork, LOOK_AGAIN_MS } from "./at-work";
import { ImportStatusBadge } from "./import-status-badge";
import { UploadForm } from "./upload-form";

/** Where a file is chosen, above the files that were brought before. */
export function ImportStart({ onOpen }: { onOpen: (importId: string) => void }) {
  const text = useText("imports");
  const formatters = useFormatters();
  const list = useQuery(
    useTRPC().imports.list.queryOptions(
      { limit: 50 },
      { refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) ? LOOK_AGAIN_MS : false) },
    ),
  );
  const rows = list.data?.items;
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <CardContent>
          <UploadForm onUploaded={onOpen} />
        </CardContent>
      </Card>
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} />}
      {!rows && !list.isError && <DataTableSkeleton rows={3} />}
      {rows && rows.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{text("before.title")}</h2>
          <Card>
            <DataTable
              caption={text("before.title")}
              rows={rows}
              rowId={({ id }) => id}
              onOpen={({ id }) => onOpen(id)}
              columns={[
                { key: "file", header: text("before.file"), cell: (row) => row.fileName },
                {
                  key: "status",
                  header: text("before.status"),
                  cell: (row) => <ImportStatusBadge status={row.status} />,
                },
                {
                  key: "lines",
                  header: text("before.lines"),
                  from: "sm",
                  align: "right",
                  cell: (row) => text("before.done", { done: row.counts.done, total: row.total }),
                },
                { key: "branch", header: text("before.branch"), from: "lg", cell: (row) => row.branch.name },
                { key: "who", header: text("before.who"), from: "md", cell: (row) => row.createdBy },
                {
                  key: "when",
                  header: text("before.when"),
                  from: "md",
                  cell: (row) => <time>{formatters.dateTime(row.createdAt)}</time>,
                },
              ]}
            />
          </Card>
        </section>
      )}
    </div>
  );
}
