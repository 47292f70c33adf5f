"use client";

import type { EditServiceInput } from "@/server/catalog/services/schema/service";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { TabForm } from "../tab-form";
import { useEditForm } from "./use-edit-form";

/** Germany, Austria, Switzerland; whatever it is now stands among them. */
const RATES = [1900, 700, 0, 2000, 1300, 1000, 810, 380, 260];

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** What it costs and how long it takes, wherever a branch or a person says nothing else. */
export function PriceForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const format = useFormatters();
  const { priceCents, taxRateBps, durationMinutes, requiresDepositCents, isComposite } = service;
  const { bufferBeforeMinutes, bufferAfterMinutes } = service;
  const edit = useEditForm(service, {
    ...{ priceCents, taxRateBps, durationMinutes, requiresDepositCents },
    ...{ bufferBeforeMinutes, bufferAfterMinutes },
  });
  return (
    <TabForm title={text("tabs.price")} isReadOnly={isReadOnly} {...edit}>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <MoneyField<EditServiceInput> name="priceCents" label={text("fields.price")} hint={text("hints.price")} />
        <FormField<EditServiceInput> name="taxRateBps" label={text("fields.tax")}>
          {(control) => (
            <NativeSelect {...control} onChange={({ target }) => control.onChange(Number(target.value))}>
              {[...new Set([...RATES, taxRateBps])].map((rate) => (
                <option key={rate} value={rate}>
                  {format.percent(rate / 10_000)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <MoneyField<EditServiceInput>
          name="requiresDepositCents"
          label={text("fields.deposit")}
          hint={text("hints.deposit")}
          isOptional
        />
        <NumberField<EditServiceInput>
          name="durationMinutes"
          label={text("fields.duration")}
          unit={text("units.minutes")}
          hint={isComposite ? text("hints.durationOfChain") : undefined}
          isDisabled={isComposite}
          min={1}
          step={5}
        />
        <NumberField<EditServiceInput>
          name="bufferBeforeMinutes"
          label={text("fields.bufferBefore")}
          unit={text("units.minutes")}
          hint={text("hints.bufferBefore")}
          step={5}
        />
        <NumberField<EditServiceInput>
          name="bufferAfterMinutes"
          label={text("fields.bufferAfter")}
          unit={text("units.minutes")}
          hint={text("hints.bufferAfter")}
          step={5}
        />
      </div>
    </TabForm>
  );
}
