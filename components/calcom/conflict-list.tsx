"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { useTRPC } from "../providers/trpc-provider";
import { Pager } from "../shared/data-table/pager";
import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { EmptyState } from "../shared/empty-state";
import { ErrorState } from "../shared/error-state";
import { FilterBar } from "../shared/filter-bar";
import { useFilters } from "../shared/use-filters";
import { useText } from "../shared/use-text";
import { Card } from "../ui/card";
import { NativeSelect } from "../ui/native-select";
import { ConflictBulk } from "./conflict-bulk";
import { ConflictCard } from "./conflict-card";
import { conflictParsers, STATES } from "./conflict-filters";
import { useSelection } from "./use-selection";

/** What waits for a person, or what was decided, one card each. */
export function ConflictList() {
  const text = useText("calcom");
  const { filters, change, cursor, next, previous, isPending } = useFilters(conflictParsers);
  const { state, appointment } = filters;
  const input = { state, limit: 25, ...(appointment && { appointmentId: appointment }), ...(cursor && { cursor }) };
  const list = useQuery(useTRPC().calcomConflicts.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const nextCursor = list.data?.nextCursor;
  const items = list.data?.items;
  const selection = useSelection(items ?? []);
  const mayChoose = items?.some(({ decisions }) => decisions.length > 0);
  return (
    <Card>
      <FilterBar onClear={appointment ? () => change({ appointment: null }) : undefined}>
        <NativeSelect
          aria-label={text("states.label")}
          value={state}
          onChange={(event) => change({ state: STATES.find((one) => one === event.target.value) ?? "open" })}
          className="max-sm:flex-1 sm:w-52"
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {text(`states.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </FilterBar>
      {list.isError ? (
        <ErrorState error={list.error} onRetry={() => list.refetch()} />
      ) : !items ? (
        <DataTableSkeleton rows={6} />
      ) : items.length === 0 ? (
        <EmptyState icon={CalendarCheck} title={text(`empty.${state}.title`)}>
          {text(`empty.${state}.hint`)}
        </EmptyState>
      ) : (
        <>
          {mayChoose && <ConflictBulk items={items} selection={selection} />}
          <ul className="divide-y" aria-busy={isPending || list.isPlaceholderData}>
            {items.map((conflict) => (
              <ConflictCard
                key={conflict.id}
                conflict={conflict}
                isChosen={selection.selected.includes(conflict)}
                onChoose={(isChosen) => selection.choose([conflict.id], isChosen)}
                error={selection.errors.get(conflict.id)}
              />
            ))}
          </ul>
        </>
      )}
      <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
    </Card>
  );
}
