"use client";

import { useQuery } from "@tanstack/react-query";
import type { ParticipantView } from "@/server/appointments/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import type { Column } from "../../shared/data-table/columns";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { DataTable } from "../../shared/data-table/table";
import { ErrorState } from "../../shared/error-state";
import { type Text, useText } from "../../shared/use-text";
import { Card } from "../../ui/card";

/** Those who are expected, with a box to tick. */
export function ParticipantTable({ sessionId }: { sessionId: string }) {
  const text = useText("classes");
  const participants = useQuery(useTRPC().classes.listParticipants.queryOptions({ classSessionId: sessionId }));
  const expected = participants.data?.filter(({ status }) => status !== "cancelled");
  return (
    <Card>
      {expected && expected.length > 0 ? (
        <DataTable
          caption={text("participants.title")}
          columns={columns(text)}
          rows={expected}
          rowId={({ appointmentId }) => appointmentId}
        />
      ) : expected ? (
        <p className="px-4 py-8 text-center text-muted-foreground">{text("participants.empty")}</p>
      ) : participants.error ? (
        <ErrorState error={participants.error} onRetry={() => void participants.refetch()} />
      ) : (
        <DataTableSkeleton rows={6} />
      )}
    </Card>
  );
}

const columns = (text: Text): Column<ParticipantView>[] => [
  {
    key: "name",
    header: text("columns.name"),
    cell: ({ customer }) => (
      <span className="flex items-center gap-3">
        <span aria-hidden="true" className="size-4 shrink-0 rounded-sm border border-neutral-9" />
        {customer.name}
      </span>
    ),
  },
  { key: "places", header: text("columns.places"), align: "right", cell: ({ places }) => places || "–" },
  {
    key: "phone",
    header: text("columns.phone"),
    cell: ({ customer }) => <span className="whitespace-nowrap tabular-nums">{customer.phoneText ?? "–"}</span>,
  },
  { key: "notes", header: text("columns.notes"), from: "md", cell: ({ notes }) => notes },
];
