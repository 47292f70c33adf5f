"use client";

import type { EditServiceInput } from "@/server/catalog/services/schema/service";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { ColourField } from "../../staff/colour-field";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { Textarea } from "../../ui/textarea";
import { SwitchField } from "../fields/switch-field";
import { TabForm } from "../tab-form";
import { CategoryField } from "./category-field";
import { useEditForm } from "./use-edit-form";

const LOCATIONS = ["on_site", "phone", "video", "at_customer"] as const;

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** What it is called, where it happens, and whether it is offered at all. */
export function GeneralForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const { name, description, category, colour, location, status } = service;
  const isActive = status === "active";
  const edit = useEditForm(service, { name, description, category, colour, location, isActive });
  return (
    <TabForm title={text("tabs.general")} isReadOnly={isReadOnly} {...edit}>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <FormField<EditServiceInput> name="name" label={text("fields.name")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        <CategoryField />
        <FormField<EditServiceInput> name="location" label={text("fields.location")}>
          {(control) => (
            <NativeSelect {...control}>
              {LOCATIONS.map((each) => (
                <option key={each} value={each}>
                  {text(`location.${each}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <ColourField label={text("fields.colour")} nameOf={(number) => text("fields.colourNumber", { number })} />
      </div>
      <FormField<EditServiceInput>
        name="description"
        label={text("fields.description")}
        hint={text("hints.description")}
        isOptional
      >
        {(control) => <Textarea {...control} rows={3} />}
      </FormField>
      <SwitchField<EditServiceInput> name="isActive" label={text("fields.isActive")} hint={text("hints.isActive")} />
    </TabForm>
  );
}
