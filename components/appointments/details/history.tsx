"use client";

import { useQuery } from "@tanstack/react-query";
import { History as HistoryIcon } from "lucide-react";
import { useState } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { HistoryStep } from "./history-step";
import { undoneSteps } from "./undone-steps";

/** So many are read at once; the others are there for whoever wants them. */
const SHOWN = 10;

/** Everything that happened to it, the latest first, with who did it. */
export function History({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const staff = useQuery(useTRPC().staff.list.queryOptions({}));
  const [isWhole, setWhole] = useState(false);
  const { modifications } = appointment;
  if (modifications.length === 0) {
    return (
      <EmptyState icon={HistoryIcon} title={text("history.empty")}>
        {text("history.emptyHint")}
      </EmptyState>
    );
  }
  const undone = undoneSteps(modifications);
  const namers = {
    when: (at: string) => formatters.dateTime(at),
    staffName: (id: string) => staff.data?.find((each) => each.id === id)?.name,
    money: (cents: number) => formatters.money(cents, appointment.currency),
  };
  return (
    <>
      <ol aria-label={text("history.title")} className="flex flex-col gap-4 border-l pl-4">
        {modifications.slice(0, isWhole ? undefined : SHOWN).map((change) => (
          <HistoryStep
            key={change.id}
            change={change}
            namers={namers}
            timezone={appointment.timezone}
            isUndone={undone.has(change.id)}
          />
        ))}
      </ol>
      {!isWhole && modifications.length > SHOWN && (
        <Button className="mt-4" onClick={() => setWhole(true)}>
          {text("history.more", { count: modifications.length - SHOWN })}
        </Button>
      )}
    </>
  );
}
