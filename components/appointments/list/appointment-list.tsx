"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { lazy } from "react";
import { useCan, useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { Pager } from "../../shared/data-table/pager";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { DataTable } from "../../shared/data-table/table";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { NoResults } from "../../shared/no-results";
import { useFilters } from "../../shared/use-filters";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Card } from "../../ui/card";
import { BulkBar } from "../bulk/bulk-bar";
import { useSelection } from "../bulk/use-selection";
import { NewAppointmentButton } from "../new-appointment-button";
import { useFreshIds } from "../use-fresh-ids";
import { useNow } from "../use-now";
import { AppointmentFilterBar } from "./appointment-filter-bar";
import { appointmentColumns } from "./columns";
import { Figures } from "./figures";
import { filterParsers, toListInput } from "./filters";

const AppointmentPanel = lazy(() =>
  import("../details/appointment-panel").then((file) => ({ default: file.AppointmentPanel })),
);

/** Figures, filters and the page of rows that they leave, by day; the open row stands beside it. */
export function AppointmentList({ loadedAt }: { loadedAt: number }) {
  const text = useText("appointments");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(filterParsers);
  const { timezone, branches } = useCompany();
  const branchId = useBranch();
  const formatters = useFormatters();
  const freshIds = useFreshIds();
  const place = { branchId, zone: timezone, now: useNow(loadedAt) };
  const input = toListInput(filters, { ...place, cursor });
  const list = useQuery(useTRPC().appointments.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const rows = list.data?.items;
  const nextCursor = list.data?.nextCursor;
  const hasBranches = branches.length > 1 && branchId === null;
  const selection = useSelection(rows ?? []);
  const canSelect = useCan("bulk_edit_appointments");
  return (
    <>
      <Figures place={place} filters={filters} onChoose={(chosen) => change({ ...chosen, from: null, until: null })} />
      <Card>
        <AppointmentFilterBar
          filters={filters}
          branchId={branchId}
          onChange={change}
          onClear={isFiltered ? clear : undefined}
        />
        <BulkBar selection={selection} branchId={branchId} />
        {list.isError ? (
          <ErrorState error={list.error} onRetry={() => list.refetch()} />
        ) : !rows ? (
          <DataTableSkeleton rows={12} />
        ) : rows.length > 0 ? (
          <DataTable
            caption={text("title")}
            columns={appointmentColumns({ text, formatters, hasBranches, selection: canSelect ? selection : null })}
            rows={rows}
            rowId={(row) => row.id}
            groupOf={(row) => formatters.longDate(row.startsAt)}
            isFresh={(row) => freshIds.has(row.id)}
            onOpen={(row) => change({ open: row.id })}
            openId={filters.open}
            isStale={isPending || list.isPlaceholderData}
          />
        ) : isFiltered ? (
          <NoResults onClear={clear} />
        ) : (
          <EmptyState icon={CalendarPlus} title={text("empty.title")} action={<NewAppointmentButton />}>
            {text("empty.hint")}
          </EmptyState>
        )}
        <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
      </Card>
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <AppointmentPanel key={filters.open} appointmentId={filters.open} />}
      </DialogSlot>
    </>
  );
}
