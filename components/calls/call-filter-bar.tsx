"use client";

import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../providers/trpc-provider";
import { FilterBar } from "../shared/filter-bar";
import { FilterSelect } from "../shared/filter-select";
import { SearchField } from "../shared/search-field";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { DateInput } from "../ui/date-input";
import { type CallFilters, OUTCOMES, PERIODS, SENTIMENTS } from "./call-filters";

interface CallFilterBarProps {
  filters: CallFilters;
  onChange: (changes: Partial<CallFilters>) => void;
  onClear?: () => void;
}

/** Search, period and outcome at once; the rest is folded away until it is wanted or in use. */
export function CallFilterBar({ filters, onChange, onClear }: CallFilterBarProps) {
  const text = useText("calls");
  const { sentiment, appointment, reviewed, longer, day, agent, number } = filters;
  const inUse = [sentiment, appointment, reviewed, longer, day, agent, number].filter(Boolean).length;
  const [isOpen, setOpen] = useState(inUse > 0);
  return (
    <FilterBar onClear={onClear}>
      <SearchField label={text("search")} value={filters.search} onSearch={(search) => onChange({ search })} />
      <FilterSelect
        label={text("filters.period")}
        value={filters.period}
        onChange={(value) => onChange({ period: PERIODS.find((each) => each === value) ?? null, day: null })}
        options={PERIODS.map((value) => ({ value, label: text(`filters.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.outcome")}
        value={filters.outcome}
        onChange={(value) => onChange({ outcome: OUTCOMES.find((each) => each === value) ?? null })}
        options={OUTCOMES.map((value) => ({ value, label: text(`outcome.${value}`) }))}
      />
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="max-sm:flex-1">
        <SlidersHorizontal />
        {inUse > 0 ? text("filters.moreOpen", { count: inUse }) : text("filters.more")}
      </Button>
      <div className={cn("flex w-full flex-wrap items-center gap-2", !isOpen && "hidden")}>
        <MoreFilters filters={filters} onChange={onChange} />
        {isOpen && <LineFilters filters={filters} onChange={onChange} />}
      </div>
    </FilterBar>
  );
}

function MoreFilters({ filters, onChange }: Pick<CallFilterBarProps, "filters" | "onChange">) {
  const text = useText("calls");
  const yesNo = (value: string | null) => (value === "yes" || value === "no" ? value : null);
  return (
    <>
      <FilterSelect
        label={text("filters.sentiment")}
        value={filters.sentiment}
        onChange={(value) => onChange({ sentiment: SENTIMENTS.find((each) => each === value) ?? null })}
        options={SENTIMENTS.map((value) => ({ value, label: text(`sentiment.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.appointment")}
        value={filters.appointment}
        onChange={(value) => onChange({ appointment: yesNo(value) })}
        options={[
          { value: "yes", label: text("filters.withAppointment") },
          { value: "no", label: text("filters.withoutAppointment") },
        ]}
      />
      <FilterSelect
        label={text("filters.reviewed")}
        value={filters.reviewed}
        onChange={(value) => onChange({ reviewed: yesNo(value) })}
        options={[
          { value: "no", label: text("filters.isNotReviewed") },
          { value: "yes", label: text("filters.isReviewed") },
        ]}
      />
      <FilterSelect
        label={text("filters.duration")}
        value={filters.longer}
        onChange={(value) => onChange({ longer: value === "1" || value === "3" ? value : null })}
        options={[
          { value: "1", label: text("filters.longer1") },
          { value: "3", label: text("filters.longer3") },
        ]}
      />
      <DateInput
        aria-label={text("filters.day")}
        value={filters.day ?? ""}
        onChange={(event) => onChange({ day: event.target.value || null, period: null })}
        className="max-sm:min-w-2/5 max-sm:flex-1 sm:w-44"
      />
    </>
  );
}

/** Over which agent and which of our numbers, where there is more than one. */
function LineFilters({ filters, onChange }: Pick<CallFilterBarProps, "filters" | "onChange">) {
  const text = useText("calls");
  const { data } = useQuery(useTRPC().calls.listLines.queryOptions());
  const { agents = [], numbers = [] } = data ?? {};
  return (
    <>
      {(agents.length > 1 || filters.agent) && (
        <FilterSelect
          label={text("filters.agent")}
          value={filters.agent}
          onChange={(agent) => onChange({ agent })}
          options={agents.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {(numbers.length > 1 || filters.number) && (
        <FilterSelect
          label={text("filters.number")}
          value={filters.number}
          onChange={(number) => onChange({ number })}
          options={numbers.map(({ id, phoneText, branch }) => ({ value: id, label: `${phoneText} · ${branch.name}` }))}
        />
      )}
    </>
  );
}
