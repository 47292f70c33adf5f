"use client";

import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { FilterBar } from "../../shared/filter-bar";
import { FilterSelect } from "../../shared/filter-select";
import { SearchField } from "../../shared/search-field";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import { DateInput } from "../../ui/date-input";
import { NativeSelect } from "../../ui/native-select";
import { type AppointmentFilters, CALCOM_STATES, SOURCES, STATUSES } from "./filters";
import { PERIODS, type Period } from "./period-range";

interface AppointmentFilterBarProps {
  filters: AppointmentFilters;
  branchId: string | null;
  onChange: (changes: Partial<AppointmentFilters>) => void;
  onClear?: () => void;
}

/** Search, when and which state at once; who, what and how booked are folded away on a phone. */
export function AppointmentFilterBar({ filters, branchId, onChange, onClear }: AppointmentFilterBarProps) {
  const text = useText("appointments");
  const [isUnfolded, setUnfolded] = useState(false);
  const rest = [filters.staff, filters.service, filters.source, filters.calcom].filter(Boolean).length;
  return (
    <FilterBar onClear={onClear}>
      <SearchField
        label={text("filters.search")}
        value={filters.search}
        onSearch={(search) => onChange({ search })}
        className="lg:w-52"
      />
      <PeriodFilter filters={filters} onChange={onChange} />
      <FilterSelect
        label={text("filters.status")}
        value={filters.status}
        onChange={(value) => onChange({ status: STATUSES.find((status) => status === value) ?? null })}
        options={STATUSES.map((status) => ({ value: status, label: text(`status.${status}`) }))}
      />
      <Button aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)} className="max-sm:flex-1 sm:hidden">
        <SlidersHorizontal />
        {text("filters.more", { count: rest })}
      </Button>
      <div className={cn("contents", !isUnfolded && "max-sm:hidden")}>
        <WhoAndWhat filters={filters} branchId={branchId} onChange={onChange} />
      </div>
    </FilterBar>
  );
}

type PartProps = Pick<AppointmentFilterBarProps, "filters" | "onChange">;

function PeriodFilter({ filters, onChange }: PartProps) {
  const text = useText("appointments");
  const { period, from, until } = filters;
  return (
    <>
      <NativeSelect
        aria-label={text("filters.period")}
        value={period}
        onChange={(event) => onChange({ period: event.target.value as Period, from: null, until: null })}
        className="max-sm:min-w-2/5 max-sm:flex-1 sm:w-44"
      >
        {PERIODS.map((each) => (
          <option key={each} value={each}>
            {text(`periods.${each}`)}
          </option>
        ))}
      </NativeSelect>
      {period === "range" && (
        <div className="flex items-center gap-2 max-sm:w-full">
          <DateInput
            aria-label={text("filters.from")}
            value={from ?? ""}
            max={until ?? undefined}
            onChange={(event) => onChange({ from: event.target.value || null })}
            className="sm:w-36"
          />
          <span aria-hidden="true">–</span>
          <DateInput
            aria-label={text("filters.until")}
            value={until ?? ""}
            min={from ?? undefined}
            onChange={(event) => onChange({ until: event.target.value || null })}
            className="sm:w-36"
          />
        </div>
      )}
    </>
  );
}

function WhoAndWhat({ filters, branchId, onChange }: PartProps & { branchId: string | null }) {
  const text = useText("appointments");
  const trpc = useTRPC();
  const inBranch = branchId ? { branchId } : {};
  const staff = useQuery(trpc.staff.list.queryOptions(inBranch));
  const services = useQuery(trpc.catalog.listServices.queryOptions(inBranch));
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <>
      <FilterSelect
        label={text("filters.staff")}
        value={filters.staff}
        onChange={(value) => onChange({ staff: value })}
        options={staff.data?.map(named) ?? []}
      />
      <FilterSelect
        label={text("filters.service")}
        value={filters.service}
        onChange={(value) => onChange({ service: value })}
        options={services.data?.map(named) ?? []}
      />
      <FilterSelect
        label={text("filters.source")}
        value={filters.source}
        onChange={(value) => onChange({ source: SOURCES.find((source) => source === value) ?? null })}
        options={SOURCES.map((source) => ({ value: source, label: text(`source.${source}`) }))}
      />
      <FilterSelect
        label={text("filters.calcom")}
        value={filters.calcom}
        onChange={(value) => onChange({ calcom: CALCOM_STATES.find((state) => state === value) ?? null })}
        options={CALCOM_STATES.map((state) => ({ value: state, label: text(`calcom.${state}`) }))}
      />
    </>
  );
}
