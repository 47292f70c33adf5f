"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Clock, Store, UserRound } from "lucide-react";
import { useSearchParams } from "next/navigation";
import type { HoursView } from "@/server/availability/hours/schema";
import { toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { HoursLine } from "./hours-line";
import { ownerKey } from "./week-owner";

interface HoursListProps {
  of: "branch" | "staff";
  loadedAt: number;
}

/** Everybody's week, or every branch's; what differs in one branch stands below the person. */
export function HoursList({ of, loadedAt }: HoursListProps) {
  const text = useText("working-hours");
  const { timezone, branches } = useCompany();
  const branchId = useSearchParams().get("branch") ?? undefined;
  const { data } = useSuspenseQuery(useTRPC().workingHours.list.queryOptions({ branchId }));
  const today = toLocal(timezone, loadedAt).date;
  const lines = data.filter(({ ownerType }) => ownerType === of).filter(isWorthALine);
  const nameOf = (id: string | null) => branches.find((branch) => branch.id === id)?.name;
  if (lines.length === 0)
    return (
      <EmptyState icon={of === "branch" ? Store : UserRound} title={text(`list.empty.${of}`)}>
        {text("list.empty.hint")}
      </EmptyState>
    );
  return (
    <Card>
      <h2 className="sr-only">{text(`tabs.${of}`)}</h2>
      <ul className="divide-y">
        {lines.map((hours) => (
          <HoursLine
            key={ownerKey(hours)}
            hours={hours}
            today={today}
            title={
              hours.staffId && hours.branchId
                ? text("list.inBranch", { name: hours.name, branch: nameOf(hours.branchId) ?? "" })
                : undefined
            }
          />
        ))}
      </ul>
      <p className="flex items-center gap-2 border-t px-4 py-2.5 text-muted-foreground text-sm">
        <Clock aria-hidden="true" className="size-4" />
        {text("list.zone", { zone: timezone })}
      </p>
    </Card>
  );
}

/** A person in a branch without a word of its own needs no line: the editor of the person leads there. */
const isWorthALine = ({ staffId, branchId, plans }: HoursView): boolean =>
  !staffId || !branchId || plans.some(({ days }) => days.some(({ mode }) => mode !== "general"));
