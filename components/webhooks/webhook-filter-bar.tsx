"use client";

import { FilterBar } from "../shared/filter-bar";
import { FilterSelect } from "../shared/filter-select";
import { SearchField } from "../shared/search-field";
import { useText } from "../shared/use-text";
import { PERIODS, SOURCES, STATUSES, type WebhookFilters } from "./webhook-filters";

interface WebhookFilterBarProps {
  filters: WebhookFilters;
  onChange: (changes: Partial<WebhookFilters>) => void;
  onClear?: () => void;
}

export function WebhookFilterBar({ filters, onChange, onClear }: WebhookFilterBarProps) {
  const text = useText("webhooks");
  return (
    <FilterBar onClear={onClear}>
      <SearchField
        label={text("filters.search")}
        value={filters.search}
        onSearch={(search) => onChange({ search })}
        className="lg:w-52"
      />
      <FilterSelect
        label={text("filters.source")}
        value={filters.source}
        onChange={(value) => onChange({ source: SOURCES.find((each) => each === value) ?? null })}
        options={SOURCES.map((value) => ({ value, label: text(`sources.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.status")}
        value={filters.status}
        onChange={(value) => onChange({ status: STATUSES.find((each) => each === value) ?? null })}
        options={STATUSES.map((value) => ({ value, label: text(`statuses.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.period")}
        value={filters.period}
        onChange={(value) => onChange({ period: PERIODS.find((each) => each === value) ?? null })}
        options={PERIODS.map((value) => ({ value, label: text(`periods.${value}`) }))}
      />
    </FilterBar>
  );
}
