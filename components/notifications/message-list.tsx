"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { lazy } from "react";
import type { NotificationView } from "@/server/notifications/schema";
import { useNow } from "../appointments/use-now";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { Pager } from "../shared/data-table/pager";
import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { DataTable } from "../shared/data-table/table";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { ErrorState } from "../shared/error-state";
import { NoResults } from "../shared/no-results";
import { useFilters } from "../shared/use-filters";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { Card } from "../ui/card";
import { messageColumns } from "./message-columns";
import { MessageFigures } from "./message-figures";
import { MessageFilterBar } from "./message-filter-bar";
import { exportPath, messageParsers, toListInput } from "./message-filters";
import { useMessageWords } from "./use-message-words";

const MessagePanel = lazy(() => import("./message-panel").then((file) => ({ default: file.MessagePanel })));

/** Everything that was told or is to be told, the newest first; the open message stands beside the list. */
export function MessageList({ loadedAt }: { loadedAt: number }) {
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(messageParsers);
  const place = { branchId: useBranch(), zone: useCompany().timezone, now: useNow(loadedAt) };
  const list = useQuery(
    useTRPC().notifications.list.queryOptions(toListInput(filters, { ...place, cursor }), {
      placeholderData: keepPreviousData,
    }),
  );
  const nextCursor = list.data?.nextCursor;
  return (
    <>
      <MessageFigures filters={filters} place={place} onChoose={change} />
      <Card>
        <MessageFilterBar
          filters={filters}
          exportHref={exportPath(filters, place)}
          onChange={change}
          onClear={isFiltered ? clear : undefined}
        />
        {list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <DataTableSkeleton rows={12} />
        ) : (
          <Rows
            messages={list.data.items}
            openId={filters.open}
            onOpen={(open) => change({ open })}
            onClear={isFiltered ? clear : undefined}
            isStale={isPending || list.isPlaceholderData}
          />
        )}
        <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
      </Card>
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <MessagePanel key={filters.open} notificationId={filters.open} />}
      </DialogSlot>
    </>
  );
}

interface RowsProps {
  messages: NotificationView[];
  openId: string | null;
  onOpen: (notificationId: string) => void;
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ messages, openId, onOpen, onClear, isStale }: RowsProps) {
  const text = useText("notifications");
  const formatters = useFormatters();
  const words = useMessageWords();
  if (messages.length > 0) {
    return (
      <DataTable
        caption={text("title")}
        columns={messageColumns({ text, words, formatters })}
        rows={messages}
        rowId={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        openId={openId}
        isStale={isStale}
      />
    );
  }
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={MessageSquareText} title={text("empty.title")}>
      {text("empty.hint")}
    </EmptyState>
  );
}
