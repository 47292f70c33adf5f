"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import type { HolidayDay } from "./holiday-days";

export function DeleteHolidayDialog({ day: { name, date, holidays } }: { day: HolidayDay }) {
  const text = useText("holidays");
  const { day } = useFormatters("UTC");
  const remove = useMutation(useTRPC().holidays.delete.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <ConfirmDialog
      title={text("deletion.title", { name })}
      description={text("deletion.lead", { date: day(date) })}
      confirmLabel={text("list.delete")}
      mutation={remove}
      input={{ holidayId: holidays[0]?.id ?? "" }}
      isDestructive
      onDone={() => toast({ title: text("deletion.done") })}
    />
  );
}
