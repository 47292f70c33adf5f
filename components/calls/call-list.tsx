"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import { lazy } from "react";
import type { CallView } from "@/server/calls/schema";
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
import { callColumns } from "./call-columns";
import { CallFigures } from "./call-figures";
import { CallFilterBar } from "./call-filter-bar";
import { callParsers, toListInput, toStatsInput } from "./call-filters";
import { isOngoing } from "./ongoing";

const CallPanel = lazy(() => import("./call-panel").then((file) => ({ default: file.CallPanel })));

/** Figures, filters and the calls that they leave, the newest first; the open one stands beside the list. */
export function CallList({ loadedAt }: { loadedAt: number }) {
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(callParsers);
  const { timezone: zone } = useCompany();
  const place = { branchId: useBranch(), zone, now: useNow(loadedAt) };
  const list = useQuery(
    useTRPC().calls.list.queryOptions(toListInput(filters, { ...place, cursor }), {
      placeholderData: keepPreviousData,
    }),
  );
  const nextCursor = list.data?.nextCursor;
  return (
    <>
      <CallFigures input={toStatsInput(filters, place)} />
      <Card>
        <CallFilterBar filters={filters} onChange={change} onClear={isFiltered ? clear : undefined} />
        {list.data ? (
          <Rows
            calls={list.data.items}
            openId={filters.open}
            onOpen={(open) => change({ open })}
            onClear={isFiltered ? clear : undefined}
            isStale={isPending || list.isPlaceholderData}
          />
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTableSkeleton rows={12} />
        )}
        <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
      </Card>
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <CallPanel key={filters.open} callId={filters.open} />}
      </DialogSlot>
    </>
  );
}

interface RowsProps {
  calls: CallView[];
  openId: string | null;
  onOpen: (callId: string) => void;
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ calls, openId, onOpen, onClear, isStale }: RowsProps) {
  const text = useText("calls");
  const formatters = useFormatters();
  const branchId = useBranch();
  const { branches } = useCompany();
  if (calls.length > 0) {
    return (
      <DataTable
        caption={text("caption")}
        columns={callColumns({ text, formatters, hasBranches: branches.length > 1 && branchId === null })}
        rows={calls}
        rowId={(call) => call.id}
        onOpen={(call) => onOpen(call.id)}
        openId={openId}
        isFresh={isOngoing}
        phoneDetail={(call) => `${formatters.dateTime(call.startedAt)}`}
        isStale={isStale}
      />
    );
  }
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={PhoneCall} title={text("empty.title")}>
      {text("empty.hint")}
    </EmptyState>
  );
}
