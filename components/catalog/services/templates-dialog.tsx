"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { SERVICE_TEMPLATES, type ServiceTemplate } from "@/server/catalog/services/rules/templates";
import { startFromTemplateInput, templateIndustry } from "@/server/catalog/services/schema/template";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { CheckLine } from "../../staff/check-line";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";

type Values = z.input<typeof startFromTemplateInput>;

const keysOf = (industry: Values["industry"]) => SERVICE_TEMPLATES[industry].map(({ key }) => key);

/** Typical services of an industry, to begin with; each can be changed afterwards. */
export function TemplatesDialog() {
  const text = useText("catalog");
  const language = useLocale().startsWith("de") ? "de" : "en";
  const form = useForm<Values>({
    resolver: zodResolver(startFromTemplateInput),
    defaultValues: { industry: "salon", keys: keysOf("salon"), language },
  });
  const start = useMutation(
    useTRPC().services.startFromTemplate.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  const [industry, keys] = form.watch(["industry", "keys"]);
  const toggle = (key: string, isOn: boolean) =>
    form.setValue("keys", isOn ? [...keys, key] : keys.filter((each) => each !== key), { shouldDirty: true });
  return (
    <FormDialog
      title={text("templates.title")}
      description={text("templates.lead")}
      form={form}
      mutation={start}
      submitLabel={text("templates.save", { count: keys.length })}
      onDone={({ serviceIds }) => toast({ title: text("templates.done", { count: serviceIds.length }) })}
    >
      <FormField<Values> name="industry" label={text("templates.industry")}>
        {(control) => (
          <NativeSelect
            {...control}
            onChange={(event) => {
              control.onChange(event);
              form.setValue("keys", keysOf(templateIndustry.parse(event.target.value)));
            }}
          >
            {templateIndustry.options.map((each) => (
              <option key={each} value={each}>
                {text(`templates.industries.${each}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <ul className="divide-y rounded-lg border">
        {SERVICE_TEMPLATES[industry].map((template) => (
          <li key={template.key} className="px-3 py-2">
            <CheckLine isChecked={keys.includes(template.key)} onChange={(isOn) => toggle(template.key, isOn)}>
              <TemplateLine template={template} language={language} />
            </CheckLine>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

function TemplateLine({ template, language }: { template: ServiceTemplate; language: "de" | "en" }) {
  const format = useFormatters();
  const { currency } = useCompany();
  const links = template.segments?.map(({ name }) => name[language]).join(" → ");
  const figures = [format.minutes(template.durationMinutes), format.money(template.priceCents, currency)].join(" · ");
  return (
    <>
      <span className="font-medium">{template.name[language]}</span>{" "}
      <span className="text-muted-foreground tabular-nums">{figures}</span>
      {links && <span className="block text-muted-foreground text-sm">{links}</span>}
    </>
  );
}
