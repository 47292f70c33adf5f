"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { useText } from "../shared/use-text";
import { axisTop, type TrendPoint } from "./trend-series";

const tick = { fill: "var(--neutral-11)", fontSize: 13 };

/** Only draws: what stands on it is decided in `trend-series`. */
export function TrendChart({ points }: { points: TrendPoint[] }) {
  const top = axisTop(points);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={points} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} barGap={2} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--neutral-5)" />
        <XAxis dataKey="label" tick={tick} tickLine={false} axisLine={false} minTickGap={12} tickMargin={8} />
        <YAxis
          domain={[0, top]}
          ticks={[0, top / 4, top / 2, (top / 4) * 3, top]}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={32}
        />
        <Tooltip content={TrendTooltip} cursor={{ fill: "var(--neutral-4)", opacity: 0.6 }} isAnimationActive={false} />
        <Bar dataKey="calls" fill="var(--neutral-8)" radius={[3, 3, 0, 0]} maxBarSize={22} isAnimationActive={false} />
        <Bar
          dataKey="appointments"
          fill="var(--brand)"
          radius={[3, 3, 0, 0]}
          maxBarSize={22}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function TrendTooltip({ active, payload }: TooltipContentProps) {
  const text = useText("analytics");
  const point = payload[0]?.payload as TrendPoint | undefined;
  if (!active || !point) return null;
  return (
    <div className="rounded-md bg-popover px-3 py-2 shadow-float">
      <p className="pb-1 font-medium">{point.title}</p>
      <p className="flex justify-between gap-6 text-sm tabular-nums">
        <span className="text-muted-foreground">{text("trend.calls")}</span> {point.calls}
      </p>
      <p className="flex justify-between gap-6 text-sm tabular-nums">
        <span className="text-muted-foreground">{text("trend.appointments")}</span> {point.appointments}
      </p>
    </div>
  );
}
