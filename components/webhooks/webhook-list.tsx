"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import { lazy } from "react";
import type { WebhookView } from "@/server/webhooks/schema";
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
import { Card } from "../ui/card";
import { webhookColumns } from "./webhook-columns";
import { WebhookFilterBar } from "./webhook-filter-bar";
import { toWebhookInput, webhookParsers } from "./webhook-filters";

const WebhookPanel = lazy(() => import("./webhook-panel").then((file) => ({ default: file.WebhookPanel })));

/** What other systems delivered, the newest first; the open delivery stands beside the list. */
export function WebhookList({ loadedAt }: { loadedAt: number }) {
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(webhookParsers);
  const place = { zone: useCompany().timezone, now: useNow(loadedAt), cursor };
  const list = useQuery(
    useTRPC().webhooks.list.queryOptions(toWebhookInput(filters, place), { placeholderData: keepPreviousData }),
  );
  const nextCursor = list.data?.nextCursor;
  const onClear = isFiltered ? clear : undefined;
  return (
    <Card>
      <WebhookFilterBar filters={filters} onChange={change} onClear={onClear} />
      {list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <DataTableSkeleton rows={12} />
      ) : (
        <Rows
          webhooks={list.data.items}
          openId={filters.open}
          onOpen={(open) => change({ open })}
          onClear={onClear}
          isStale={isPending || list.isPlaceholderData}
        />
      )}
      <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <WebhookPanel key={filters.open} webhookLogId={filters.open} />}
      </DialogSlot>
    </Card>
  );
}

interface RowsProps {
  webhooks: WebhookView[];
  openId: string | null;
  onOpen: (webhookLogId: string) => void;
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ webhooks, openId, onOpen, onClear, isStale }: RowsProps) {
  const text = useText("webhooks");
  const errors = useText("errors");
  const formatters = useFormatters();
  if (webhooks.length > 0) {
    return (
      <DataTable
        caption={text("title")}
        columns={webhookColumns({ text, errors, formatters })}
        rows={webhooks}
        rowId={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        openId={openId}
        isStale={isStale}
      />
    );
  }
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={Webhook} title={text("empty.title")}>
      {text("empty.hint")}
    </EmptyState>
  );
}
