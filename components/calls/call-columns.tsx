import { CheckCheck } from "lucide-react";
import type { CallView } from "@/server/calls/schema";
import type { Column } from "../shared/data-table/columns";
import type { useFormatters } from "../shared/use-formatters";
import type { Text } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { CallOutcomeBadge } from "./call-outcome-badge";
import { callerName } from "./caller-name";
import { isOngoing } from "./ongoing";
import { RunningTime } from "./running-time";
import { SentimentIcon } from "./sentiment-mark";

interface ColumnNeeds {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
  hasBranches: boolean;
}

export function callColumns({ text, formatters, hasBranches }: ColumnNeeds): Column<CallView>[] {
  const branch: Column<CallView> = {
    key: "branch",
    header: text("columns.branch"),
    from: "xl",
    cell: (call) => <span className="whitespace-nowrap">{call.branch.name}</span>,
  };
  return [
    {
      key: "caller",
      header: text("columns.caller"),
      cell: (call) => <span className="md:whitespace-nowrap">{callerName(call, text)}</span>,
    },
    {
      key: "when",
      header: text("columns.when"),
      from: "md",
      cell: (call) => <time className="whitespace-nowrap">{formatters.dateTime(call.startedAt)}</time>,
    },
    {
      key: "outcome",
      header: text("columns.outcome"),
      cell: (call) => (
        <span className="flex flex-wrap gap-1">
          <CallOutcomeBadge call={call} />
          {call.alarm && <Badge tone="red">{text("alarm.badge")}</Badge>}
        </span>
      ),
    },
    {
      key: "summary",
      header: text("columns.summary"),
      from: "lg",
      width: "w-full max-w-0",
      cell: (call) => (
        <span className="block truncate text-muted-foreground">{call.summary ?? call.transcriptPreview}</span>
      ),
    },
    {
      key: "duration",
      header: text("columns.duration"),
      from: "sm",
      align: "right",
      width: "w-20",
      cell: (call) =>
        isOngoing(call) ? (
          <RunningTime since={call.startedAt} className="font-medium" />
        ) : call.durationSec === null ? (
          "–"
        ) : (
          formatters.duration(call.durationSec)
        ),
    },
    {
      key: "sentiment",
      header: text("columns.sentiment"),
      from: "xl",
      cell: (call) => <SentimentIcon sentiment={call.sentiment} />,
    },
    ...(hasBranches ? [branch] : []),
    {
      key: "reviewed",
      header: text("columns.reviewed"),
      from: "xl",
      width: "w-20",
      cell: (call) =>
        call.reviewedAt && (
          <CheckCheck role="img" aria-label={text("filters.isReviewed")} className="size-4 text-muted-foreground" />
        ),
    },
  ];
}
