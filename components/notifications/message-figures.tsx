"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { FigureButton } from "../shared/figure-button";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { type MessageFilters, type Place, toCountInput } from "./message-filters";

type Chosen = Pick<MessageFilters, "status" | "period">;
const FIGURES = [
  { key: "failed", count: "failed", chosen: { status: "failed", period: null } },
  { key: "waiting", count: "waiting", chosen: { status: "waiting", period: null } },
  { key: "sentLastWeek", count: "sentLastWeek", chosen: { status: "sent", period: "7d" } },
] as const;

interface MessageFiguresProps {
  filters: MessageFilters;
  place: Place;
  onChoose: (chosen: Chosen) => void;
}

/** What failed, what waits, what went out; each is also the way to its rows. */
export function MessageFigures({ filters, place, onChoose }: MessageFiguresProps) {
  const text = useText("notifications");
  const format = useFormatters();
  const { data, isError } = useQuery(useTRPC().notifications.count.queryOptions(toCountInput(place)));
  return (
    <div className="grid grid-cols-3 gap-2 pb-4 sm:gap-4">
      {FIGURES.map(({ key, count, chosen }) => (
        <FigureButton
          key={key}
          label={text(`figures.${key}`)}
          value={data ? format.number(data[count]) : isError ? null : undefined}
          isChosen={filters.status === chosen.status && filters.period === chosen.period}
          onChoose={() => onChoose(chosen)}
        />
      ))}
    </div>
  );
}
