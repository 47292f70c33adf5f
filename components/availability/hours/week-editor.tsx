"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { planOn } from "@/server/availability/hours/rules/plans";
import type { HoursView } from "@/server/availability/hours/schema";
import { toLocal } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { BackLink } from "../../shared/back-link";
import { EmptyState } from "../../shared/empty-state";
import { PageHeader } from "../../shared/page-header";
import { useText } from "../../shared/use-text";
import { EditorHeader } from "./editor-header";
import { WeekForm } from "./week-form";
import { ownerKey } from "./week-owner";

interface WeekEditorProps {
  staffId: string | null;
  branchId: string | null;
  loadedAt: number;
}

/** The hours of a branch or a person: which week, from when on, and its seven days. */
export function WeekEditor({ loadedAt, ...owner }: WeekEditorProps) {
  const text = useText("working-hours");
  const { data } = useSuspenseQuery(useTRPC().workingHours.list.queryOptions({}));
  const hours = data.find((one) => ownerKey(one) === ownerKey(owner));
  const back = <BackLink href={`/working-hours${owner.staffId ? "?tab=staff" : ""}`}>{text("editor.back")}</BackLink>;
  if (!hours)
    return (
      <>
        {back}
        <PageHeader title={text("title")} />
        <EmptyState title={text("editor.gone")} />
      </>
    );
  const today = toLocal(hours.timezone, loadedAt).date;
  return (
    <>
      {back}
      <EditorHeader hours={hours} others={data} />
      <WeekForm
        key={ownerKey(hours)}
        hours={hours}
        today={today}
        branches={branchesAround(hours, data)}
        general={hours.branchId && hours.staffId ? generalWeek(hours, data, today) : undefined}
      />
    </>
  );
}

/** The branches whose opening hours matter to somebody: the one in question, or all. */
function branchesAround({ staffId, branchId }: HoursView, all: readonly HoursView[]): HoursView[] {
  if (!staffId) return [];
  const branches = all.filter(({ ownerType }) => ownerType === "branch");
  const own = all.filter((one) => one.staffId === staffId && one.branchId).map((one) => one.branchId);
  if (branchId) return branches.filter((branch) => branch.branchId === branchId);
  return own.length > 0 ? branches.filter((branch) => own.includes(branch.branchId)) : branches;
}

function generalWeek({ staffId }: HoursView, all: readonly HoursView[], today: string) {
  const general = all.find((one) => one.staffId === staffId && one.branchId === null);
  return general && planOn(general.plans, today)?.days;
}
