"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DoorOpen, Download } from "lucide-react";
import { lazy } from "react";
import type { ResourceView } from "@/server/catalog/resources/schema";
import { useCan, useCompany } from "../../providers/company-provider";
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
import { SearchField } from "../../shared/search-field";
import { useFilters } from "../../shared/use-filters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { RESOURCE_TYPES } from "../resource-types";
import { GroupsCard } from "./groups-card";
import { NewResourceButton } from "./new-resource-button";
import { resourceColumns } from "./resource-columns";
import { RESOURCE_STATUSES, resourceParsers, toFilterInput, toListInput } from "./resource-filters";

const ResourcePanel = lazy(() => import("./resource-panel").then((file) => ({ default: file.ResourcePanel })));

/** Rooms, devices and vehicles with how much they are used this week; below them the groups. */
export function ResourceList() {
  const text = useText("resources");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(resourceParsers);
  const branchId = useBranch();
  const input = toListInput(filters, { branchId, cursor });
  const list = useQuery(useTRPC().resources.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const nextCursor = list.data?.nextCursor;
  const mayExport = useCan("export_resources");
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <FilterBar
          onClear={isFiltered ? clear : undefined}
          actions={
            <>
              {mayExport && (
                <Button asChild>
                  <a href={`/api/exports/resources?${new URLSearchParams(toFilterInput(filters, branchId))}`} download>
                    <Download />
                    <span className="max-sm:sr-only">{text("export")}</span>
                  </a>
                </Button>
              )}
              <NewResourceButton />
            </>
          }
        >
          <SearchField
            label={text("search")}
            value={filters.search}
            onSearch={(search) => change({ search })}
            className="lg:w-80"
          />
          <FilterSelect
            label={text("type.label")}
            value={filters.type}
            onChange={(value) => change({ type: RESOURCE_TYPES.find((type) => type === value) ?? null })}
            options={RESOURCE_TYPES.map((type) => ({ value: type, label: text(`type.${type}`) }))}
          />
          <FilterSelect
            label={text("status.label")}
            value={filters.status}
            onChange={(value) => change({ status: RESOURCE_STATUSES.find((status) => status === value) ?? null })}
            options={RESOURCE_STATUSES.map((status) => ({ value: status, label: text(`status.${status}`) }))}
          />
        </FilterBar>
        {list.data ? (
          <Rows
            resources={list.data.items}
            openId={filters.open}
            onOpen={(open) => change({ open })}
            onClear={isFiltered ? clear : undefined}
            isStale={isPending || list.isPlaceholderData}
          />
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTableSkeleton rows={8} />
        )}
        <Pager onPrevious={previous} onNext={nextCursor ? () => next(nextCursor) : undefined} />
      </Card>
      <GroupsCard />
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <ResourcePanel key={filters.open} resourceId={filters.open} />}
      </DialogSlot>
    </div>
  );
}

interface RowsProps {
  resources: ResourceView[];
  openId: string | null;
  onOpen: (resourceId: string) => void;
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ resources, openId, onOpen, onClear, isStale }: RowsProps) {
  const text = useText("resources");
  const hasBranches = useCompany().branches.length > 1;
  if (resources.length > 0) {
    return (
      <DataTable
        caption={text("title")}
        columns={resourceColumns({ text, hasBranches })}
        rows={resources}
        rowId={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        openId={openId}
        phoneDetail={({ type, branch }) => `${text(`type.${type}`)} · ${branch.name}`}
        isStale={isStale}
      />
    );
  }
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={DoorOpen} title={text("empty.title")} action={<NewResourceButton />}>
      {text("empty.hint")}
    </EmptyState>
  );
}
