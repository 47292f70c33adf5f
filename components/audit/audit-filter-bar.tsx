"use client";

import { Download } from "lucide-react";
import { ACTOR_KINDS } from "@/server/audit/rules/actor-kinds";
import { useCan } from "../providers/company-provider";
import { FilterBar } from "../shared/filter-bar";
import { FilterSelect } from "../shared/filter-select";
import { SearchField } from "../shared/search-field";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { AuditActorSelect } from "./audit-actor-select";
import { type AuditFilters, PERIODS } from "./audit-filters";
import { AUDIT_CHOICES, useAuditSource } from "./audit-source";
import { describeAction } from "./describe-entry";

/** The chosen one is offered too, however rare it is. */
const withChosen = (actions: readonly string[], chosen: string | null) =>
  chosen && !actions.includes(chosen) ? [...actions, chosen] : actions;

interface AuditFilterBarProps {
  filters: AuditFilters;
  /** Where the chosen entries are to be had as a table. */
  exportHref: string;
  onChange: (changes: Partial<AuditFilters>) => void;
  onClear?: () => void;
}

export function AuditFilterBar({ filters, exportHref, onChange, onClear }: AuditFilterBarProps) {
  const text = useText("audit");
  const choices = AUDIT_CHOICES[useAuditSource()];
  const canExport = useCan(choices.exportPermission);
  const actions = canExport && (
    <Button asChild>
      <a href={exportHref} download title={text("exportHint")}>
        <Download />
        {text("export")}
      </a>
    </Button>
  );
  return (
    <FilterBar onClear={onClear} actions={actions}>
      <SearchField label={text("search")} value={filters.search} onSearch={(search) => onChange({ search })} />
      <FilterSelect
        label={text("filters.period")}
        value={filters.period}
        onChange={(value) => onChange({ period: PERIODS.find((each) => each === value) ?? null })}
        options={PERIODS.map((value) => ({ value, label: text(`filters.${value}`) }))}
      />
      <FilterSelect
        label={text("filters.actorKind")}
        value={filters.actor}
        onChange={(value) => onChange({ actor: ACTOR_KINDS.find((each) => each === value) ?? null, by: null })}
        options={ACTOR_KINDS.map((value) => ({ value, label: text(`actorKinds.${value}`) }))}
      />
      <AuditActorSelect filters={filters} onChange={onChange} />
      <FilterSelect
        label={text("filters.action")}
        value={filters.action}
        onChange={(action) => onChange({ action })}
        options={withChosen(choices.actions, filters.action).map((value) => ({
          value,
          label: describeAction(value, text),
        }))}
        className="sm:w-56"
      />
      <FilterSelect
        label={text("filters.subjectType")}
        value={filters.about}
        onChange={(value) => onChange({ about: choices.subjects.find((each) => each === value) ?? null })}
        options={choices.subjects.map((value) => ({ value, label: text(`subjects.${value}`) }))}
      />
    </FilterBar>
  );
}
