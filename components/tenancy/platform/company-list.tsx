"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Store } from "lucide-react";
import { useRouter } from "next/navigation";
import { COMPANY_STATUSES, type PlatformCompanyView } from "@/server/tenancy/platform/schema/companies";
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
import { companyColumns } from "./company-columns";
import { companyParsers, toCompaniesInput } from "./company-filters";

/** Every business of every tenant. */
export function CompanyList() {
  const text = useText("admin");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(companyParsers);
  const list = useQuery(
    useTRPC().platform.companies.list.queryOptions(toCompaniesInput(filters, cursor), {
      placeholderData: keepPreviousData,
    }),
  );
  const nextCursor = list.data?.nextCursor;
  return (
    <Card>
      <FilterBar onClear={isFiltered ? clear : undefined}>
        <SearchField
          label={text("companies.search")}
          value={filters.search}
          onSearch={(search) => change({ search })}
          className="lg:w-96"
        />
        <FilterSelect
          label={text("status.all")}
          value={filters.status}
          onChange={(value) => change({ status: COMPANY_STATUSES.find((status) => status === value) ?? null })}
          options={COMPANY_STATUSES.map((status) => ({ value: status, label: text(`status.${status}`) }))}
        />
      </FilterBar>
      {list.data ? (
        <Rows
          companies={list.data.items}
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
  companies: PlatformCompanyView[];
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ companies, onClear, isStale }: RowsProps) {
  const text = useText("admin");
  const router = useRouter();
  const formatters = useFormatters();
  if (companies.length > 0)
    return (
      <DataTable
        caption={text("companies.title")}
        columns={companyColumns({ text, formatters })}
        rows={companies}
        rowId={({ id }) => id}
        onOpen={({ id }) => router.push(`/admin/companies/${id}`)}
        phoneDetail={({ tenant }) => tenant.name}
        isStale={isStale}
      />
    );
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={Store} title={text("companies.empty")}>
      {text("companies.emptyHint")}
    </EmptyState>
  );
}
