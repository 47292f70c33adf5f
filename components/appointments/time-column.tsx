import { useLocale } from "next-intl";
import { isTwelveHours } from "@/server/core/time-of-day";
import type { Instant } from "../shared/formatters";
import { useFormatters } from "../shared/use-formatters";
import { cn } from "../ui/cn";

interface TimeColumnProps {
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  isOver?: boolean;
}

/** From when until when, in each row as wide as the longest time: what stands beside it is aligned. */
export function TimeColumn({ startsAt, endsAt, zone, isOver }: TimeColumnProps) {
  const formatters = useFormatters(zone);
  const width = isTwelveHours(useLocale()) ? "w-17" : "w-11";
  return (
    <div className={cn("shrink-0 whitespace-nowrap tabular-nums", width)}>
      <p className={cn("font-semibold", isOver && "text-muted-foreground")}>{formatters.time(startsAt)}</p>
      <p className="text-muted-foreground text-sm">{formatters.time(endsAt)}</p>
    </div>
  );
}
