"use client";

import { useLocale } from "next-intl";
import type { SlotOrigin } from "@/server/availability/chains/schema";
import { type LocalDate, toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { oneFullStop } from "../../shared/one-full-stop";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { originPage } from "./origin-page";
import { hoursOf } from "./slot-facts";

interface SlotOriginsProps {
  origins: readonly SlotOrigin[];
  timezone: string;
  day: LocalDate;
}

/** Whose rule or whose time stands in the way, each with the way to where it is set, for whoever may go there. */
export function SlotOrigins({ origins, timezone, day }: SlotOriginsProps) {
  const text = useText("appointments");
  const { permissions } = useCompany();
  const textOf = useOriginText(timezone);
  if (origins.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {origins.map((origin) => {
        const page = originPage(origin, day);
        const isOpen = permissions.includes(page.permission);
        return (
          <li key={`${origin.kind} ${origin.id} ${origin.rule}`} className="flex flex-wrap items-baseline gap-x-2">
            <span>{oneFullStop(textOf(origin))}</span>
            {isOpen && (
              <a
                href={page.href}
                target="_blank"
                rel="noreferrer"
                className="text-primary-text text-sm underline-offset-4 hover:underline"
              >
                {text(page.isToSee ? "why.see" : "why.change")}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** An origin as a sentence. */
function useOriginText(timezone: string) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const locale = useLocale();
  /** What lasts until midnight lasts until that day, as one says it. */
  const untilText = (until: Date) =>
    toLocal(timezone, until.getTime()).minutes === 0 ? formatters.day(until.getTime() - 1) : formatters.dateTime(until);
  return ({ kind, rule, name, until, hours, exceptionKind }: SlotOrigin): string => {
    const values = { name, until: until ? untilText(until) : "" };
    if (rule === "booking_policy" || rule === "booking_terms") return text(`why.origins.${rule}.${kind}`, values);
    if (rule === "absence" && exceptionKind) {
      return text("why.origins.absenceOf", { ...values, kind: text(`why.origins.kinds.${exceptionKind}`) });
    }
    if (rule === "offer") return text(kind === "service" ? "why.origins.serviceOffer" : "why.origins.offer", values);
    if (rule !== "hours") return text(`why.origins.${rule}`, values);
    const key = kind === "branch" ? "branchHours" : "hours";
    return hours?.length
      ? text(`why.origins.${key}`, { name, hours: hoursOf(hours, locale) })
      : text(`why.origins.${key}None`, { name });
  };
}
