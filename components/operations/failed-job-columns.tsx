import type { ReactNode } from "react";
import type { FailedRun } from "@/server/operations/platform/schema";
import type { Column } from "../shared/data-table/columns";
import { RelativeTime } from "../shared/relative-time";
import type { Text } from "../shared/use-text";

export const failedJobError = (text: Text, { error }: FailedRun): string => error ?? text("noError");

export function failedJobColumns(text: Text, action: (run: FailedRun) => ReactNode): Column<FailedRun>[] {
  return [
    {
      key: "job",
      header: text("columns.job"),
      cell: ({ functionId, event }) => (
        <>
          <span className="block font-medium">{functionId}</span>
          <span className="block text-muted-foreground text-sm max-md:hidden">{event}</span>
        </>
      ),
    },
    {
      key: "company",
      header: text("columns.company"),
      from: "lg",
      width: "max-w-56",
      cell: ({ companyName }) => companyName ?? <span className="text-muted-foreground">{text("noCompany")}</span>,
    },
    {
      key: "error",
      header: text("columns.error"),
      from: "md",
      width: "max-w-96",
      cell: (run) => <span className="block break-words">{failedJobError(text, run)}</span>,
    },
    {
      key: "endedAt",
      header: text("columns.endedAt"),
      from: "md",
      width: "w-36",
      cell: ({ endedAt }) => <RelativeTime at={endedAt} />,
    },
    {
      key: "action",
      header: text("columns.action"),
      align: "right",
      width: "w-40",
      cell: (run) => action(run),
    },
  ];
}
