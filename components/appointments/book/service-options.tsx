"use client";

import type { ServiceView } from "@/server/catalog/schema";
import { useCompany } from "../../providers/company-provider";
import { useFormatters } from "../../shared/use-formatters";

/** Services to choose from, by category, with what they take and cost. */
export function ServiceOptions({ services }: { services: readonly ServiceView[] }) {
  const formatters = useFormatters();
  const { currency } = useCompany();
  const option = ({ id, name, durationMinutes, priceCents }: ServiceView) => (
    <option key={id} value={id}>
      {[name, formatters.minutes(durationMinutes), formatters.money(priceCents, currency)].join(" · ")}
    </option>
  );
  const categories = [...new Set(services.map(({ category }) => category))];
  return categories.map((category) => {
    const options = services.filter((service) => service.category === category).map(option);
    return category ? (
      <optgroup key={category} label={category}>
        {options}
      </optgroup>
    ) : (
      options
    );
  });
}
