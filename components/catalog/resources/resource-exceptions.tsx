"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ExceptionState } from "@/server/availability/exceptions/schema";
import { STATE_LOOKS } from "../../availability/absences/absence-look";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { FilterSelect } from "../../shared/filter-select";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { Skeleton } from "../../ui/skeleton";
import { ResourceExceptionLine } from "./resource-exception-line";

type Period = "coming" | "past";

const STATES = Object.keys(STATE_LOOKS) as ExceptionState[];

/** When a resource is out of use, or was: maintenance, closures, special hours. */
export function ResourceExceptions({ resourceId }: { resourceId: string }) {
  const text = useText("resources");
  const absences = useText("absences");
  const maySee = useCan("view_schedule_exceptions");
  const [openedAt] = useState(() => new Date().toISOString());
  const [period, setPeriod] = useState<Period>("coming");
  const [state, setState] = useState<ExceptionState | null>(null);
  const list = useQuery(
    useTRPC().exceptions.list.queryOptions(
      {
        ...{ resourceId, limit: 50 },
        ...(period === "coming" ? { from: openedAt } : { until: openedAt }),
        ...(state ? { state } : {}),
      },
      { placeholderData: keepPreviousData, enabled: maySee },
    ),
  );
  if (!maySee) return null;
  const items = list.data?.items;
  return (
    <section>
      <h3 className="pb-2 font-medium">{text("exceptions.label")}</h3>
      <div className="flex flex-wrap gap-2 pb-3">
        <NativeSelect
          aria-label={absences("filters.period")}
          value={period}
          onChange={({ target }) => setPeriod(target.value === "past" ? "past" : "coming")}
          className="w-52 max-sm:flex-1"
        >
          <option value="coming">{absences("filters.coming")}</option>
          <option value="past">{absences("filters.past")}</option>
        </NativeSelect>
        <FilterSelect
          label={text("exceptions.anyState")}
          value={state}
          onChange={(value) => setState(STATES.find((each) => each === value) ?? null)}
          options={STATES.map((value) => ({ value, label: absences(`states.${value}`) }))}
        />
      </div>
      {!items && list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <Skeleton className="h-16 w-full" />
      ) : items.length === 0 ? (
        <p className="text-muted-foreground">{text(state ? "exceptions.noneOfState" : `exceptions.none.${period}`)}</p>
      ) : (
        <ul className="divide-y rounded-lg border">
          {items.map((exception) => (
            <ResourceExceptionLine key={exception.id} exception={exception} />
          ))}
        </ul>
      )}
      <PageLink href="/working-hours" className="mt-3 inline-block text-primary-text underline underline-offset-2">
        {text("exceptions.open")}
      </PageLink>
    </section>
  );
}
