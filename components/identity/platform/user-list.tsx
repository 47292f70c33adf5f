"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useRouter } from "next/navigation";
import type { PlatformUserView } from "@/server/identity/platform/schema";
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
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { userColumns } from "./user-columns";
import { toUsersInput, USER_KINDS, userParsers } from "./user-filters";

/** Everybody who can sign in, wherever they work. */
export function UserList() {
  const text = useText("admin");
  const { filters, change, clear, isFiltered, cursor, next, previous, isPending } = useFilters(userParsers);
  const list = useQuery(
    useTRPC().platform.users.list.queryOptions(toUsersInput(filters, cursor), { placeholderData: keepPreviousData }),
  );
  const nextCursor = list.data?.nextCursor;
  return (
    <Card>
      <FilterBar onClear={isFiltered ? clear : undefined}>
        <SearchField
          label={text("users.search")}
          value={filters.search}
          onSearch={(search) => change({ search })}
          className="lg:w-96"
        />
        <FilterSelect
          label={text("users.everybody")}
          value={filters.only}
          onChange={(value) => change({ only: USER_KINDS.find((kind) => kind === value) ?? null })}
          options={USER_KINDS.map((kind) => ({ value: kind, label: text(`users.kinds.${kind}`) }))}
        />
      </FilterBar>
      {list.data ? (
        <Rows
          users={list.data.items}
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

function Rows({ users, onClear, isStale }: { users: PlatformUserView[]; onClear?: () => void; isStale: boolean }) {
  const text = useText("admin");
  const router = useRouter();
  if (users.length > 0)
    return (
      <DataTable
        caption={text("users.title")}
        columns={userColumns(text)}
        rows={users}
        rowId={({ id }) => id}
        onOpen={({ id }) => router.push(`/admin/users/${id}`)}
        phoneDetail={({ email }) => <span className="break-all">{email}</span>}
        isStale={isStale}
      />
    );
  return onClear ? <NoResults onClear={onClear} /> : <EmptyState icon={Users} title={text("users.empty")} />;
}
