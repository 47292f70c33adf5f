"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Scissors } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ServiceView } from "@/server/catalog/services/schema/view";
import { useSelection } from "../../appointments/bulk/use-selection";
import { useCan, useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { nextSort, readSort } from "../../shared/data-table/columns";
import { Pager } from "../../shared/data-table/pager";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { DataTable } from "../../shared/data-table/table";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { FilterBar } from "../../shared/filter-bar";
import { FilterSelect } from "../../shared/filter-select";
import { NoResults } from "../../shared/no-results";
import { SearchField } from "../../shared/search-field";
import { useFilters } from "../../shared/use-filters";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Card } from "../../ui/card";
import { ServiceBulkBar } from "../bulk/service-bulk-bar";
import { ListActions } from "./list-actions";
import { NewServiceButton } from "./new-service-button";
import { serviceColumns } from "./service-columns";
import { ServiceFigures } from "./service-figures";
import { SERVICE_STATUSES, serviceParsers, toFilterInput, toListInput } from "./service-filters";
import { TemplatesButton } from "./templates-button";

/** A figure, search and the services that it leaves, in the business's own order; a row leads to the service's page. */
export function ServiceList() {
  const text = useText("catalog");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(serviceParsers);
  const branchId = useBranch();
  const trpc = useTRPC();
  const input = toListInput(filters, { branchId, cursor });
  const list = useQuery(trpc.services.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const count = useQuery(trpc.services.count.queryOptions({ branchId: branchId ?? undefined }));
  const sort = readSort(filters.sort);
  const nextCursor = list.data?.nextCursor;
  return (
    <>
      <ServiceFigures />
      <Card>
        <FilterBar
          onClear={isFiltered ? clear : undefined}
          actions={<ListActions query={new URLSearchParams(toFilterInput(filters, branchId))} />}
        >
          <SearchField
            label={text("search")}
            value={filters.search}
            onSearch={(search) => change({ search })}
            className="lg:w-80"
          />
          <FilterSelect
            label={text("category")}
            value={filters.category}
            onChange={(category) => change({ category })}
            options={(count.data?.categories ?? []).map((name) => ({ value: name, label: name }))}
          />
          <FilterSelect
            label={text("status.label")}
            value={filters.status}
            onChange={(value) => change({ status: SERVICE_STATUSES.find((status) => status === value) ?? null })}
            options={SERVICE_STATUSES.map((status) => ({ value: status, label: text(`status.${status}`) }))}
          />
        </FilterBar>
        {list.data ? (
          <Rows
            key={JSON.stringify(input)}
            services={list.data.items}
            sort={sort}
            onSort={(key) => change({ sort: nextSort(sort, key) as typeof filters.sort })}
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
    </>
  );
}

interface RowsProps {
  services: ServiceView[];
  sort: ReturnType<typeof readSort>;
  onSort: (key: string) => void;
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ services, sort, onSort, onClear, isStale }: RowsProps) {
  const text = useText("catalog");
  const formatters = useFormatters();
  const router = useRouter();
  const { currency } = useCompany();
  const branchId = useBranch();
  const open = services.filter(({ status }) => status !== "archived");
  const selection = useSelection(open);
  const [mayEdit, mayEditMany] = [useCan("edit_services"), useCan("bulk_edit_services")];
  const bar = <ServiceBulkBar chosen={open.filter(({ id }) => selection.chosen.has(id))} onClear={selection.clear} />;
  if (services.length > 0) {
    return (
      <>
        {bar}
        <DataTable
          caption={text("title")}
          columns={serviceColumns({ text, formatters, currency, selection: mayEdit && mayEditMany ? selection : null })}
          rows={services}
          rowId={({ id }) => id}
          onOpen={({ id }) => router.push(branchId ? `/services/${id}?branch=${branchId}` : `/services/${id}`)}
          phoneDetail={({ durationMinutes, priceCents }) =>
            `${formatters.minutes(durationMinutes)} · ${formatters.money(priceCents, currency)}`
          }
          sort={sort}
          onSort={onSort}
          isStale={isStale}
        />
      </>
    );
  }
  if (onClear)
    return (
      <>
        {bar}
        <NoResults onClear={onClear} />
      </>
    );
  return (
    <EmptyState
      icon={Scissors}
      title={text("empty.title")}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <TemplatesButton />
          <NewServiceButton />
        </span>
      }
    >
      {text("empty.hint")}
    </EmptyState>
  );
}
