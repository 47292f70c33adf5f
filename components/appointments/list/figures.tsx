"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { FigureButton } from "../../shared/figure-button";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { type AppointmentFilters, figureInputs } from "./filters";

interface FiguresProps {
  place: Parameters<typeof figureInputs>[0];
  filters: AppointmentFilters;
  onChoose: (filters: Pick<AppointmentFilters, "period" | "status">) => void;
}

/** Today, the week ahead and what waits for a yes; each is also the way to its rows. */
export function Figures({ place, filters, onChoose }: FiguresProps) {
  const text = useText("appointments");
  const inputs = figureInputs(place);
  const { period, status } = filters;
  return (
    <div className="grid grid-cols-3 gap-2 pb-4 sm:gap-4">
      <Figure
        label={text("figures.today")}
        input={inputs.today}
        isChosen={period === "today" && !status}
        onChoose={() => onChoose({ period: "today", status: null })}
      />
      <Figure
        label={text("figures.week")}
        input={inputs.week}
        isChosen={period === "week" && !status}
        onChoose={() => onChoose({ period: "week", status: null })}
      />
      <Figure
        label={text("figures.pending")}
        input={inputs.pending}
        isChosen={period === "coming" && status === "pending"}
        onChoose={() => onChoose({ period: "coming", status: "pending" })}
      />
    </div>
  );
}

interface FigureProps {
  label: string;
  input: ReturnType<typeof figureInputs>[keyof ReturnType<typeof figureInputs>];
  isChosen: boolean;
  onChoose: () => void;
}

function Figure({ label, input, isChosen, onChoose }: FigureProps) {
  const { data, isError } = useQuery(useTRPC().appointments.count.queryOptions(input));
  const formatters = useFormatters();
  const value = data ? formatters.number(data.count) : isError ? null : undefined;
  return <FigureButton label={label} value={value} isChosen={isChosen} onChoose={onChoose} />;
}
