"use client";

import { useText } from "../shared/use-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "../ui/table";
import type { TrendPoint } from "./trend-series";

/** The chart's figures for those who read rather than see them. */
export function TrendTable({ points }: { points: readonly TrendPoint[] }) {
  const text = useText("analytics");
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={text("trend.title")}
      className="max-h-80 overflow-y-auto focus-visible:-outline-offset-2"
    >
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead>{text("trend.when")}</TableHead>
            <TableHead className="text-right">{text("trend.calls")}</TableHead>
            <TableHead className="text-right">{text("trend.appointments")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {points.map(({ key, title, calls, appointments }) => (
            <TableRow key={key}>
              <TableCell>{title}</TableCell>
              <TableCell className="text-right">{calls}</TableCell>
              <TableCell className="text-right">{appointments}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
