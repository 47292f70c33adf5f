"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral } from "nuqs";
import type { ImportView } from "@/server/appointments/imports/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { Pager } from "../../shared/data-table/pager";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { DataTable } from "../../shared/data-table/table";
import { ErrorState } from "../../shared/error-state";
import { FilterBar } from "../../shared/filter-bar";
import { FilterSelect } from "../../shared/filter-select";
import { NoResults } from "../../shared/no-results";
import { useFilters } from "../../shared/use-filters";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { importLineColumns } from "./import-line-columns";

const STATES = ["ready", "problem", "done", "failed", "undone", "kept"] as const;
const parsers = { state: parseAsStringLiteral(STATES) };

/** Each line with what it makes, or what stands in its way. */
export function ImportLines({ job }: { job: ImportView }) {
  const text = useText("imports");
  const appointments = useText("appointments");
  const errors = useText("errors");
  const formatters = useFormatters(job.branch.timezone);
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(parsers);
  const query = { importId: job.id, ...(filters.state && { states: [filters.state] }), ...(cursor && { cursor }) };
  const list = useQuery(useTRPC().imports.listLines.queryOptions(query, { placeholderData: keepPreviousData }));
  const rows = list.data?.items;
  const nextCursor = list.data?.nextCursor;
  return (
    <Card>
      <FilterBar onClear={isFiltered ? clear : undefined}>
        <FilterSelect
          label={text("lines.every")}
          value={filters.state}
          onChange={(value) => change({ state: STATES.find((each) => each === value) ?? null })}
          options={STATES.map((value) => ({ value, label: text(`states.${value}`) }))}
        />
      </FilterBar>
      {list.isError ? (
        <ErrorState error={list.error} onRetry={() => list.refetch()} />
      ) : !rows ? (
        <DataTableSkeleton rows={8} />
      ) : rows.length > 0 ? (
        <DataTable
          caption={text("lines.title")}
          columns={importLineColumns({ text, appointments, errors, formatters })}
          rows={rows}
          rowId={({ id }) => id}
          isStale={isPending || list.isPlaceholderData}
        />
      ) : (
        <NoResults onClear={clear} />
      )}
      <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
    </Card>
  );
}
