"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Network } from "lucide-react";
import { useRouter } from "next/navigation";
import { TENANT_STATUSES, type TenantView } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
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
import { Card } from "../../ui/card";
import { NewTenantButton } from "./new-tenant-button";
import { tenantColumns } from "./tenant-columns";
import { tenantParsers, toTenantsInput } from "./tenant-filters";

/** Every customer of the platform. */
export function TenantList() {
  const text = useText("admin");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(tenantParsers);
  const list = useQuery(
    useTRPC().platform.tenants.list.queryOptions(toTenantsInput(filters, cursor), {
      placeholderData: keepPreviousData,
    }),
  );
  const nextCursor = list.data?.nextCursor;
  return (
    <Card>
      <FilterBar onClear={isFiltered ? clear : undefined} actions={<NewTenantButton />}>
        <SearchField
          label={text("tenants.search")}
          value={filters.search}
          onSearch={(search) => change({ search })}
          className="lg:w-96"
        />
        <FilterSelect
          label={text("status.all")}
          value={filters.status}
          onChange={(value) => change({ status: TENANT_STATUSES.find((status) => status === value) ?? null })}
          options={TENANT_STATUSES.map((status) => ({ value: status, label: text(`status.${status}`) }))}
        />
      </FilterBar>
      {list.data ? (
        <Rows
          tenants={list.data.items}
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
  );
}

interface RowsProps {
  tenants: TenantView[];
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ tenants, onClear, isStale }: RowsProps) {
  const text = useText("admin");
  const router = useRouter();
  const formatters = useFormatters();
  if (tenants.length > 0)
    return (
      <DataTable
        caption={text("tenants.title")}
        columns={tenantColumns({ text, formatters })}
        rows={tenants}
        rowId={({ id }) => id}
        onOpen={({ id }) => router.push(`/admin/tenants/${id}`)}
        phoneDetail={({ companyCount }) => text("tenants.companyCount", { count: companyCount })}
        isStale={isStale}
      />
    );
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={Network} title={text("tenants.empty")} action={<NewTenantButton />}>
      {text("tenants.emptyHint")}
    </EmptyState>
  );
}
