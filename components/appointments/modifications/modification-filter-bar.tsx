"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FilterBar } from "../../shared/filter-bar";
import { FilterSelect } from "../../shared/filter-select";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { NativeSelect } from "../../ui/native-select";
import { actorOptions } from "./actor-options";
import {
  ACTORS,
  type ModificationFilterValues,
  PERIODS,
  TYPES,
  type toModificationQuery,
} from "./modification-filters";

interface ModificationFilterBarProps {
  filters: ModificationFilterValues;
  branchId: string | null;
  /** What the list asks for, whoever made the changes. */
  byAnybody: ReturnType<typeof toModificationQuery>;
  exportHref: string;
  onChange: (changes: Partial<ModificationFilterValues>) => void;
  onClear?: () => void;
}

export function ModificationFilterBar({
  filters,
  branchId,
  byAnybody,
  exportHref,
  onChange,
  onClear,
}: ModificationFilterBarProps) {
  const text = useText("modifications");
  const canExport = useCan("export_appointments");
  const trpc = useTRPC();
  const actors = useQuery(trpc.modifications.actors.queryOptions(byAnybody, { placeholderData: keepPreviousData }));
  const { kinds, named } = actorOptions(actors.data, filters);
  const staff = useQuery(trpc.staff.list.queryOptions(branchId ? { branchId } : {}));
  const actions = canExport && (
    <Button asChild>
      <a href={exportHref} download>
        <Download />
        {text("export")}
      </a>
    </Button>
  );
  return (
    <FilterBar onClear={onClear} actions={actions}>
      <NativeSelect
        aria-label={text("filters.period")}
        value={filters.period}
        onChange={(event) => onChange({ period: PERIODS.find((each) => each === event.target.value) ?? "30d" })}
        className="max-sm:min-w-2/5 max-sm:flex-1 sm:w-44"
      >
        {PERIODS.map((each) => (
          <option key={each} value={each}>
            {text(`periods.${each}`)}
          </option>
        ))}
      </NativeSelect>
      <FilterSelect
        label={text("filters.type")}
        value={filters.type}
        onChange={(value) => onChange({ type: TYPES.find((each) => each === value) ?? null })}
        options={TYPES.map((value) => ({ value, label: text(`types.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.actor")}
        value={filters.actor}
        onChange={(value) => onChange({ actor: ACTORS.find((each) => each === value) ?? null, person: null })}
        options={kinds.map(({ kind, count }) => ({
          value: kind,
          label: text("filters.counted", { name: text(`actors.${kind}`), count }),
        }))}
      />
      {(named.length > 0 || filters.person) && (
        <FilterSelect
          label={text("filters.person")}
          value={filters.person}
          onChange={(person) => onChange({ person })}
          options={named.map(({ id, name, count }) => ({
            value: id,
            label: text("filters.counted", { name: name || text("filters.unnamed"), count }),
          }))}
        />
      )}
      <FilterSelect
        label={text("filters.staff")}
        value={filters.staff}
        onChange={(value) => onChange({ staff: value })}
        options={staff.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
    </FilterBar>
  );
}
