import type { Dashboard, SeriesPoint } from "@/server/analytics/schema";
import { hourOf } from "../shared/formatters";

export interface TrendPoint {
  key: string;
  /** Short, for the axis: `21.`, `Mo 21.`, `9 Uhr`. */
  label: string;
  /** In full, for the tooltip and the table. */
  title: string;
  calls: number;
  appointments: number;
}

/** Decides what the chart says; a bucket is a plain local date or hour, so it is written without any zone. */
export function trendPoints({ series, bucket }: Pick<Dashboard, "series" | "bucket">, locale: string): TrendPoint[] {
  const short = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    ...shortOptions(bucket, { count: series.length, locale }),
  });
  const long = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    ...(bucket === "hour"
      ? { hour: hourOf(locale), minute: "2-digit" }
      : { weekday: "long", day: "numeric", month: "long" }),
  });
  return series.map((point) => {
    const at = instantOf(point);
    const { key, calls, appointments } = point;
    return { key, label: short.format(at), title: long.format(at), calls, appointments };
  });
}

function shortOptions(
  bucket: Dashboard["bucket"],
  { count, locale }: { count: number; locale: string },
): Intl.DateTimeFormatOptions {
  if (bucket === "hour") return { hour: hourOf(locale) };
  return count <= 7 ? { weekday: "short", day: "numeric" } : { day: "numeric", month: "numeric" };
}

function instantOf({ key }: Pick<SeriesPoint, "key">): Date {
  return new Date(key.includes("T") ? `${key}:00:00Z` : `${key}T00:00:00Z`);
}

export function totalsOf(points: readonly TrendPoint[]): { calls: number; appointments: number } {
  const add = (name: "calls" | "appointments") => points.reduce((total, point) => total + point[name], 0);
  return { calls: add("calls"), appointments: add("appointments") };
}

/** A whole number above the highest bar that four even lines reach, so that counts have no decimals on the axis. */
export function axisTop(points: readonly TrendPoint[]): number {
  const highest = Math.max(0, ...points.flatMap(({ calls, appointments }) => [calls, appointments]));
  return Math.max(4, Math.ceil(highest / 4) * 4);
}
