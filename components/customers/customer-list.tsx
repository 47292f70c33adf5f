"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { lazy } from "react";
import type { CustomerView } from "@/server/customers/schema";
import { useTRPC } from "../providers/trpc-provider";
import { Pager } from "../shared/data-table/pager";
import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { DataTable } from "../shared/data-table/table";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { ErrorState } from "../shared/error-state";
import { FilterBar } from "../shared/filter-bar";
import { FilterSelect } from "../shared/filter-select";
import { NoResults } from "../shared/no-results";
import { SearchField } from "../shared/search-field";
import { useFilters } from "../shared/use-filters";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { useCurrency } from "../tenancy/use-currency";
import { Card } from "../ui/card";
import { customerColumns } from "./customer-columns";
import { CustomerFigures } from "./customer-figures";
import { customerParsers, toListInput } from "./customer-filters";
import { NewCustomerButton } from "./new-customer-button";
import { STAGES } from "./stage-badge";

const CustomerPanel = lazy(() => import("./customer-panel").then((file) => ({ default: file.CustomerPanel })));

/** Figures, search and the customers that it leaves; the open one stands beside the list. */
export function CustomerList() {
  const text = useText("customers");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(customerParsers);
  const input = toListInput(filters, { branchId: useBranch(), cursor });
  const list = useQuery(useTRPC().customers.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const nextCursor = list.data?.nextCursor;
  return (
    <>
      <CustomerFigures />
      <Card>
        <FilterBar
          onClear={isFiltered ? clear : undefined}
          actions={<NewCustomerButton onCreated={(open) => change({ open })} />}
        >
          <SearchField
            label={text("search")}
            value={filters.search}
            onSearch={(search) => change({ search })}
            className="lg:w-96"
          />
          <FilterSelect
            label={text("stage.label")}
            value={filters.stage}
            onChange={(value) => change({ stage: STAGES.find((stage) => stage === value) ?? null })}
            options={STAGES.map((stage) => ({ value: stage, label: text(`stage.${stage}`) }))}
          />
        </FilterBar>
        {list.data ? (
          <Rows
            customers={list.data.items}
            openId={filters.open}
            onOpen={(open) => change({ open })}
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
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <CustomerPanel key={filters.open} customerId={filters.open} />}
      </DialogSlot>
    </>
  );
}

interface RowsProps {
  customers: CustomerView[];
  openId: string | null;
  onOpen: (customerId: string) => void;
  onClear?: () => void;
  isStale: boolean;
}

function Rows({ customers, openId, onOpen, onClear, isStale }: RowsProps) {
  const text = useText("customers");
  const formatters = useFormatters();
  const currency = useCurrency();
  if (customers.length > 0) {
    return (
      <DataTable
        caption={text("caption")}
        columns={customerColumns({ text, formatters, currency })}
        rows={customers}
        rowId={(customer) => customer.id}
        onOpen={(customer) => onOpen(customer.id)}
        openId={openId}
        phoneDetail={({ phoneText, email }) => <span className="break-all tabular-nums">{phoneText ?? email}</span>}
        isStale={isStale}
      />
    );
  }
  if (onClear) return <NoResults onClear={onClear} />;
  return (
    <EmptyState icon={Users} title={text("empty.title")} action={<NewCustomerButton onCreated={onOpen} />}>
      {text("empty.hint")}
    </EmptyState>
  );
}
