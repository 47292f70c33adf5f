"use client";

import type { PolicyExplanation, PolicyField } from "@/server/policies/schema";
import { useCompany } from "../providers/company-provider";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { FIELD_KINDS, UNLIMITED } from "./field-kinds";

type Explained = PolicyExplanation["fields"][number];

/** A value as people say it: "24 Stunden", "50 %", "Warnen …"; and whose word it is. */
export function usePolicyWords() {
  const text = useText("policies");
  const { currency } = useCompany();
  const formatters = useFormatters();
  const describe = (field: PolicyField, value: unknown): string => {
    if (value === null || value === undefined) return text(UNLIMITED.includes(field) ? "unlimited" : "none");
    const kind = FIELD_KINDS[field];
    if (kind === "action") return text(`actions.${value}`);
    if (kind === "yesNo") return text(value ? "yes" : "no");
    if (kind === "money") return formatters.money(Number(value), currency);
    return text(`units.${kind}`, { count: Number(value) });
  };
  const sourceOf = ({ scope, name }: { scope: Explained["source"]["scope"]; name: string | null }): string =>
    text(`source.${scope}`, { name: name ?? "" });
  return { describe, sourceOf };
}
