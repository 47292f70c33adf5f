"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Contact, Download } from "lucide-react";
import { useRouter } from "next/navigation";
import type { StaffProfile } from "@/server/staff/schema";
import { useCan, useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { Pager } from "../shared/data-table/pager";
import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { DataTable } from "../shared/data-table/table";
import { EmptyState } from "../shared/empty-state";
import { ErrorState } from "../shared/error-state";
import { FilterBar } from "../shared/filter-bar";
import { FilterSelect } from "../shared/filter-select";
import { NoResults } from "../shared/no-results";
import { SearchField } from "../shared/search-field";
import { useFilters } from "../shared/use-filters";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { NativeSelect } from "../ui/native-select";
import { NewStaffButton } from "./new-staff-button";
import { staffColumns } from "./staff-columns";
import { StaffFigures } from "./staff-figures";
import { STATUSES, staffParsers, toFilterInput, toListInput } from "./staff-filters";

/** A figure, search and the people that it leaves; a row leads to the person's page. */
export function StaffList() {
  const text = useText("staff");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(staffParsers);
  const branchId = useBranch();
  const trpc = useTRPC();
  const input = toListInput(filters, { branchId, cursor });
  const list = useQuery(trpc.staff.listProfiles.queryOptions(input, { placeholderData: keepPreviousData }));
  const services = useQuery(trpc.catalog.listServices.queryOptions({}));
  const nextCursor = list.data?.nextCursor;
  return (
    <>
      <StaffFigures />
      <Card>
        <FilterBar
          onClear={isFiltered ? clear : undefined}
          actions={
            <>
              <ExportButton query={new URLSearchParams(toFilterInput(filters, branchId))} />
              <NewStaffButton />
            </>
          }
        >
          <SearchField
            label={text("search")}
            value={filters.search}
            onSearch={(search) => change({ search })}
            className="lg:w-80"
          />
          <NativeSelect
            aria-label={text("status.label")}
            value={filters.status}
            onChange={(event) => change({ status: STATUSES.find((each) => each === event.target.value) ?? null })}
            className="max-sm:min-w-2/5 max-sm:flex-1 sm:w-40"
          >
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {text(`status.${status}`)}
              </option>
            ))}
          </NativeSelect>
          <FilterSelect
            label={text("service")}
            value={filters.service}
            onChange={(service) => change({ service })}
            options={services.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        </FilterBar>
        {list.data ? (
          <Rows
            people={list.data.items}
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

function ExportButton({ query }: { query: URLSearchParams }) {
  const text = useText("staff");
  if (!useCan("export_staff")) return null;
  return (
    <Button asChild>
      <a href={`/api/exports/staff?${query}`} download>
        <Download />
        <span className="max-sm:sr-only">{text("export")}</span>
      </a>
    </Button>
  );
}

function Rows({ people, onClear, isStale }: { people: StaffProfile[]; onClear?: () => void; isStale: boolean }) {
  const text = useText("staff");
  const router = useRouter();
  const hasBranches = useCompany().branches.length > 1;
  if (people.length > 0) {
    return (
      <DataTable
        caption={text("title")}
        columns={staffColumns({ text, hasBranches })}
        rows={people}
        rowId={({ id }) => id}
        onOpen={({ id }) => router.push(`/staff/${id}`)}
        phoneDetail={({ phone, serviceCount }) => (
          <span className="tabular-nums">{phone ?? text("services.count", { count: serviceCount })}</span>
        )}
        isStale={isStale}
      />
    );
  }
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={Contact} title={text("empty.title")} action={<NewStaffButton />}>
      {text("empty.hint")}
    </EmptyState>
  );
}
