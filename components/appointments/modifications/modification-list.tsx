"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { lazy } from "react";
import { useCompany } from "../../providers/company-provider";
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
import { useNow } from "../use-now";
import { actorText, modificationColumns } from "./modification-columns";
import { ModificationFigures } from "./modification-figures";
import { ModificationFilterBar } from "./modification-filter-bar";
import { exportPath, modificationParsers, toModificationQuery } from "./modification-filters";

const AppointmentPanel = lazy(() =>
  import("../details/appointment-panel").then((file) => ({ default: file.AppointmentPanel })),
);

/** What happened to appointments, the latest first; the appointment itself opens beside the list. */
export function ModificationList({ loadedAt }: { loadedAt: number }) {
  const text = useText("modifications");
  const history = useText("appointments");
  const formatters = useFormatters();
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(modificationParsers);
  const trpc = useTRPC();
  const place = { branchId: useBranch(), zone: useCompany().timezone, now: useNow(loadedAt) };
  const query = toModificationQuery(filters, place);
  const list = useQuery(
    trpc.modifications.list.queryOptions(
      { ...query, ...(cursor && { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const staff = useQuery(trpc.staff.list.queryOptions({}));
  const rows = list.data?.items;
  const nextCursor = list.data?.nextCursor;
  const columns = modificationColumns({
    ...{ text, history, formatters },
    staffName: (id) => staff.data?.find((person) => person.id === id)?.name,
    onCustomer: (customer) => change({ customer }),
  });
  return (
    <>
      <ModificationFigures query={query} />
      <Card>
        <ModificationFilterBar
          filters={filters}
          branchId={place.branchId}
          byAnybody={toModificationQuery({ ...filters, actor: null, person: null }, place)}
          exportHref={exportPath(filters, place)}
          onChange={change}
          onClear={isFiltered ? clear : undefined}
        />
        {list.isError ? (
          <ErrorState error={list.error} onRetry={() => list.refetch()} />
        ) : !rows ? (
          <DataTableSkeleton rows={12} />
        ) : rows.length > 0 ? (
          <DataTable
            caption={text("title")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            phoneDetail={(row) => actorText(row, history)}
            onOpen={(row) => change({ open: row.appointmentId })}
            isStale={isPending || list.isPlaceholderData}
          />
        ) : isFiltered ? (
          <NoResults onClear={clear} />
        ) : (
          <EmptyState icon={History} title={text("empty.title")}>
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
