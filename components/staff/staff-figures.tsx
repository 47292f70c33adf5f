"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { CountFigure } from "../shared/count-figure";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";

/** How many work here; of them, those who can be booked. */
export function StaffFigures() {
  const text = useText("staff");
  const format = useFormatters();
  const branchId = useBranch() ?? undefined;
  const { data, isError } = useQuery(
    useTRPC().staff.count.queryOptions({ branchId }, { placeholderData: keepPreviousData }),
  );
  return (
    <CountFigure
      sectionLabel={text("figures.label")}
      label={text("figures.active")}
      count={data ? format.number(data.active) : isError ? null : undefined}
      hint={data && text("figures.bookable", { count: data.bookable })}
    />
  );
}
