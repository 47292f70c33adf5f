"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Palmtree } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { Pager } from "../../shared/data-table/pager";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { DataTable } from "../../shared/data-table/table";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { FilterBar } from "../../shared/filter-bar";
import { FilterSelect } from "../../shared/filter-select";
import { NoResults } from "../../shared/no-results";
import { useFilters } from "../../shared/use-filters";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { NativeSelect } from "../../ui/native-select";
import { absenceColumns } from "./absence-columns";
import { absenceParsers, toAbsenceInput } from "./absence-filters";
import { exceptionKinds } from "./kinds";
import { usePeople } from "./use-people";
import { useWhenText } from "./use-when-text";

const AbsencePanel = lazy(() => import("./absence-panel").then((file) => ({ default: file.AbsencePanel })));

/** Everything that differs from the weekly hours, in the order in which it begins. */
export function AbsenceList({ loadedAt }: { loadedAt: number }) {
  const text = useText("absences");
  const whenText = useWhenText();
  const branchId = useSearchParams().get("branch") ?? undefined;
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(absenceParsers);
  const trpc = useTRPC();
  const people = usePeople(branchId);
  const list = useQuery(
    trpc.exceptions.list.queryOptions(toAbsenceInput(filters, { branchId, cursor, now: loadedAt }), {
      placeholderData: keepPreviousData,
    }),
  );
  const { items = [], nextCursor } = list.data ?? {};
  const open = items.find(({ id }) => id === filters.open);
  return (
    <Card>
      <FilterBar onClear={isFiltered ? clear : undefined}>
        <NativeSelect
          aria-label={text("filters.period")}
          className="max-sm:w-full sm:w-52"
          value={filters.period}
          onChange={(event) => change({ period: event.target.value as "coming" | "past" })}
        >
          <option value="coming">{text("filters.coming")}</option>
          <option value="past">{text("filters.past")}</option>
        </NativeSelect>
        <FilterSelect
          label={text("filters.kind")}
          value={filters.kind}
          onChange={(kind) => change({ kind: kind as typeof filters.kind })}
          options={exceptionKinds.map((kind) => ({ value: kind, label: text(`kinds.${kind}`) }))}
        />
        {people.length > 1 && (
          <FilterSelect
            label={text("filters.staff")}
            value={filters.staff}
            onChange={(staff) => change({ staff })}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FilterBar>
      {list.isPending && <DataTableSkeleton rows={5} />}
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && !isFiltered && (
        <EmptyState icon={Palmtree} title={text("empty.title")}>
          {text("empty.hint")}
        </EmptyState>
      )}
      {list.data && items.length === 0 && isFiltered && <NoResults onClear={clear} />}
      {items.length > 0 && (
        <DataTable
          caption={text("caption")}
          columns={absenceColumns(text, whenText)}
          rows={items}
          rowId={({ id }) => id}
          onOpen={({ id }) => change({ open: id })}
          openId={filters.open}
          phoneDetail={(absence) => `${text(`kinds.${absence.kind}`)} · ${whenText(absence)}`}
          isStale={isPending || list.isPlaceholderData}
        />
      )}
      <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
      <DialogSlot isOpen={open !== undefined} onClose={() => change({ open: null })}>
        {open && <AbsencePanel key={open.id} absence={open} />}
      </DialogSlot>
    </Card>
  );
}
