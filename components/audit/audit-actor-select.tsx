import { useQuery } from "@tanstack/react-query";
import { FilterSelect } from "../shared/filter-select";
import { useText } from "../shared/use-text";
import type { AuditFilters } from "./audit-filters";
import { useAuditQueries } from "./audit-source";

interface AuditActorSelectProps {
  filters: Pick<AuditFilters, "actor" | "by">;
  onChange: (changes: Pick<AuditFilters, "by">) => void;
}

/** The people and keys that acted, of the chosen kind; whoever is chosen stays to be seen. */
export function AuditActorSelect({ filters: { actor, by }, onChange }: AuditActorSelectProps) {
  const text = useText("audit");
  const { data = [] } = useQuery(useAuditQueries().listActors.queryOptions());
  const offered = data.filter(({ id, kind }) => id === by || !actor || kind === actor);
  const missing = by && !offered.some(({ id }) => id === by) ? [{ id: by, name: null }] : [];
  return (
    <FilterSelect
      label={text("filters.actor")}
      value={by}
      onChange={(value) => onChange({ by: value })}
      options={[...offered, ...missing].map(({ id, name }) => ({ value: id, label: name ?? text("someone") }))}
    />
  );
}
