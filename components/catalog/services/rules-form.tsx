"use client";

import type { EditServiceInput } from "@/server/catalog/services/schema/service";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useText } from "../../shared/use-text";
import { NumberField } from "../fields/number-field";
import { SwitchField } from "../fields/switch-field";
import { TabForm } from "../tab-form";
import { useEditForm } from "./use-edit-form";

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** By whom and how far ahead it can be booked, and how often. */
export function RulesForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const { minNoticeMinutes, maxHorizonDays, maxPerDay, capacity, isOnlineBookable, isPhoneBookable } = service;
  const edit = useEditForm(service, {
    ...{ minNoticeMinutes, maxHorizonDays, maxPerDay, capacity },
    ...{ isOnlineBookable, isPhoneBookable },
  });
  return (
    <TabForm title={text("tabs.rules")} isReadOnly={isReadOnly} {...edit}>
      <div className="grid gap-4 sm:grid-cols-2">
        <SwitchField<EditServiceInput>
          name="isPhoneBookable"
          label={text("fields.isPhoneBookable")}
          hint={text("hints.isPhoneBookable")}
        />
        <SwitchField<EditServiceInput>
          name="isOnlineBookable"
          label={text("fields.isOnlineBookable")}
          hint={text("hints.isOnlineBookable")}
        />
      </div>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <NumberField<EditServiceInput>
          name="minNoticeMinutes"
          label={text("fields.minNotice")}
          unit={text("units.minutes")}
          hint={text("hints.minNotice")}
          step={15}
          isOptional
        />
        <NumberField<EditServiceInput>
          name="maxHorizonDays"
          label={text("fields.maxHorizon")}
          unit={text("units.days")}
          hint={text("hints.maxHorizon")}
          min={1}
          isOptional
        />
        <NumberField<EditServiceInput>
          name="maxPerDay"
          label={text("fields.maxPerDay")}
          hint={text("hints.maxPerDay")}
          min={1}
          isOptional
        />
        <NumberField<EditServiceInput>
          name="capacity"
          label={text("fields.capacity")}
          hint={text(service.isComposite ? "hints.capacityOfChain" : "hints.capacity")}
          isDisabled={service.isComposite}
          min={1}
        />
      </div>
    </TabForm>
  );
}
