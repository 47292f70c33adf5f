"use client";

import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, useEffect, useId, useState } from "react";
import { useFormContext } from "react-hook-form";
import { toLocal } from "@/server/core/time-zone";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { Switch } from "../../ui/switch";
import { AnyTimePicker } from "./any-time-picker";
import { SlotPicker } from "./slot-picker";

/** One of the times that are free; whoever may decide so also one outside the working hours, with a reason. */
export function TimeChoice(picker: ComponentProps<typeof SlotPicker>) {
  const text = useText("appointments");
  const id = useId();
  const form = useFormContext();
  const { branchId, serviceId } = picker.subject;
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
  // A place in a class begins when the class does.
  const isClass = (services.data?.find(({ id: one }) => one === serviceId)?.capacity ?? 1) > 1;
  const mayOverride = useCan("override_appointments") && !isClass;
  const isOverride = form.watch("ignoresWorkingHours") === true && mayOverride;
  const isStale = form.watch("ignoresWorkingHours") === true && !mayOverride;
  useEffect(() => {
    // Nobody could take back what is not shown any more.
    if (!isStale) return;
    form.setValue("ignoresWorkingHours", false);
    form.setValue("overrideReason", "");
  }, [form, isStale]);
  const [seenDay, setSeenDay] = useState(picker.firstDay);
  const handleSwitch = (isOn: boolean) => {
    // What was looked at last is where one goes on.
    if (picker.value) setSeenDay(toLocal(picker.subject.timezone, Date.parse(picker.value.startsAt)).date);
    form.setValue("ignoresWorkingHours", isOn, { shouldDirty: true });
    if (!isOn) form.setValue("overrideReason", "");
    picker.onChange(null);
  };
  const from = seenDay ? { firstDay: seenDay } : {};
  return (
    <div className="flex flex-col gap-4">
      {isOverride ? <AnyTimePicker {...picker} {...from} /> : <SlotPicker {...picker} {...from} />}
      {mayOverride && (
        <div className="flex items-start gap-3 border-t pt-3">
          <Switch id={id} checked={isOverride} onCheckedChange={handleSwitch} aria-describedby={`${id}hint`} />
          <div>
            <Label htmlFor={id}>{text("override.label")}</Label>
            <p id={`${id}hint`} className="text-muted-foreground text-sm">
              {text("override.hint")}
            </p>
          </div>
        </div>
      )}
      {isOverride && (
        <FormField name="overrideReason" label={text("override.reason")} hint={text("override.reasonHint")}>
          {(control) => <Input {...control} maxLength={500} />}
        </FormField>
      )}
    </div>
  );
}
