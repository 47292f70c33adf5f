"use client";

import { Download } from "lucide-react";
import { useCan } from "../providers/company-provider";
import { FilterBar } from "../shared/filter-bar";
import { FilterSelect } from "../shared/filter-select";
import { SearchField } from "../shared/search-field";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { CHANNELS, EVENTS, type MessageFilters, PERIODS, STATUSES } from "./message-filters";
import { useMessageWords } from "./use-message-words";

interface MessageFilterBarProps {
  filters: MessageFilters;
  exportHref: string;
  onChange: (changes: Partial<MessageFilters>) => void;
  onClear?: () => void;
}

export function MessageFilterBar({ filters, exportHref, onChange, onClear }: MessageFilterBarProps) {
  const text = useText("notifications");
  const words = useMessageWords();
  const canExport = useCan("export_appointments");
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
      <SearchField
        label={text("filters.search")}
        value={filters.search}
        onSearch={(search) => onChange({ search })}
        className="lg:w-52"
      />
      <FilterSelect
        label={text("filters.status")}
        value={filters.status}
        onChange={(value) => onChange({ status: STATUSES.find((each) => each === value) ?? null })}
        options={STATUSES.map((value) => ({ value, label: text(`statuses.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.channel")}
        value={filters.channel}
        onChange={(value) => onChange({ channel: CHANNELS.find((each) => each === value) ?? null })}
        options={CHANNELS.map((value) => ({ value, label: words(`channels.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.event")}
        value={filters.event}
        onChange={(value) => onChange({ event: EVENTS.find((each) => each === value) ?? null })}
        options={EVENTS.map((value) => ({ value, label: words(`events.${value}`) }))}
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
