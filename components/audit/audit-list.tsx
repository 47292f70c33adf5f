"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { lazy } from "react";
import type { AuditEntryView } from "@/server/audit/schema";
import { useNow } from "../appointments/use-now";
import { useCompany } from "../providers/company-provider";
import { Pager } from "../shared/data-table/pager";
import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { DataTable } from "../shared/data-table/table";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { ErrorState } from "../shared/error-state";
import { NoResults } from "../shared/no-results";
import { Note } from "../shared/note";
import { useFilters } from "../shared/use-filters";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { auditColumns, subjectText } from "./audit-columns";
import { AuditFilterBar } from "./audit-filter-bar";
import { auditParsers, exportPath, toAuditInput } from "./audit-filters";
import { useAuditQueries, useAuditSource } from "./audit-source";
import { useExactTime } from "./use-exact-time";

const AuditPanel = lazy(() => import("./audit-panel").then((file) => ({ default: file.AuditPanel })));

/** Who did what, the newest first; the open entry stands beside the list. */
export function AuditList({ loadedAt }: { loadedAt: number }) {
  const text = useText("audit");
  const exactTime = useExactTime();
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(auditParsers);
  const place = { zone: useCompany().timezone, now: useNow(loadedAt) };
  const list = useQuery(
    useAuditQueries().list.queryOptions(toAuditInput(filters, { ...place, cursor }), {
      placeholderData: keepPreviousData,
    }),
  );
  const source = useAuditSource();
  const { nextCursor, searchedBackTo } = list.data ?? {};
  const onClear = isFiltered ? clear : undefined;
  return (
    <Card>
      <AuditFilterBar
        filters={filters}
        exportHref={exportPath(filters, { ...place, source })}
        onChange={change}
        onClear={onClear}
      />
      {filters.record && (
        <Note
          className="mx-3 mb-3"
          action={
            <Button size="sm" onClick={() => change({ record: null })}>
              {text("filters.onlyOff")}
            </Button>
          }
        >
          {text("filters.only")}
        </Note>
      )}
      {list.data ? (
        <Rows
          entries={list.data.items}
          openId={filters.open}
          onOpen={(open) => change({ open })}
          onClear={onClear}
          isStale={isPending || list.isPlaceholderData}
          hasMore={Boolean(searchedBackTo)}
        />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataTableSkeleton rows={12} />
      )}
      <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined}>
        {searchedBackTo && text("searchedBackTo", { date: exactTime(searchedBackTo) })}
      </Pager>
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && (
          <AuditPanel
            key={filters.open}
            entryId={filters.open}
            onHistory={(record) => change({ record, open: null })}
          />
        )}
      </DialogSlot>
    </Card>
  );
}

interface RowsProps {
  entries: AuditEntryView[];
  openId: string | null;
  onOpen: (entryId: string) => void;
  onClear?: () => void;
  isStale: boolean;
  /** The search has not read the whole log yet. */
  hasMore: boolean;
}

function Rows({ entries, openId, onOpen, onClear, isStale, hasMore }: RowsProps) {
  const text = useText("audit");
  const exactTime = useExactTime();
  if (entries.length > 0) {
    return (
      <DataTable
        caption={text("caption")}
        columns={auditColumns({ text, exactTime })}
        rows={entries}
        rowId={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        openId={openId}
        phoneDetail={(entry) => [exactTime(entry.occurredAt), subjectText(entry, text)].filter(Boolean).join(" · ")}
        isStale={isStale}
      />
    );
  }
  if (hasMore) return <p className="px-4 py-10 text-center text-muted-foreground">{text("nothingHere")}</p>;
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={ScrollText} title={text("empty.title")}>
      {text("empty.hint")}
    </EmptyState>
  );
}
