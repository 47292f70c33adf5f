"use client";

import { CalendarClock, Pencil } from "lucide-react";
import { planOn } from "@/server/availability/hours/rules/plans";
import type { HoursView } from "@/server/availability/hours/schema";
import { useCan } from "../../providers/company-provider";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { usePlanText } from "./use-plan-text";
import { useWeekText } from "./use-week-text";
import { editorPath } from "./week-owner";
import { WeekPreview } from "./week-preview";

interface HoursLineProps {
  hours: HoursView;
  /** The title of the line, where it is not the owner's name. */
  title?: string;
  today: string;
}

/** Whose week it is, what holds now, and what is planned. */
export function HoursLine({ hours, title, today }: HoursLineProps) {
  const text = useText("working-hours");
  const weekText = useWeekText(hours);
  const planText = usePlanText();
  const mayEdit = useCan("edit_working_hours");
  const now = planOn(hours.plans, today);
  const coming = hours.plans.filter(({ validFrom }) => (validFrom ?? "") > today);
  const name = title ?? hours.name;
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      {now && <WeekPreview days={now.days} />}
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-muted-foreground">{(now && weekText(now.days)) || text("list.asEverywhere")}</p>
        {coming.map((plan) => (
          <p key={plan.validFrom} className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-sm">
            <Badge tone="info">
              <CalendarClock aria-hidden="true" />
              {planText(plan, today)}
            </Badge>
            <span className="text-muted-foreground">{weekText(plan.days) || text("list.asEverywhere")}</span>
          </p>
        ))}
      </div>
      <Button asChild size="sm">
        <PageLink
          href={editorPath(hours)}
          aria-label={text(mayEdit ? "list.editOf" : "list.viewOf", { name: title ? `${hours.name}, ${title}` : name })}
        >
          {mayEdit && <Pencil aria-hidden="true" />}
          <span className={mayEdit ? "max-sm:sr-only" : undefined}>{text(mayEdit ? "list.edit" : "list.view")}</span>
        </PageLink>
      </Button>
    </li>
  );
}
