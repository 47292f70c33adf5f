"use client";

import type { CreateKnowledgeInput } from "@/server/calls/knowledge/schema";
import { speechLanguage } from "@/server/speech/schema";
import { SwitchField } from "../../catalog/fields/switch-field";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { Textarea } from "../../ui/textarea";

export function KnowledgeFields() {
  const text = useText("knowledge");
  return (
    <>
      <FormField<CreateKnowledgeInput> name="title" label={text("fields.title")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      <FormField<CreateKnowledgeInput> name="language" label={text("fields.language")}>
        {(control) => (
          <NativeSelect {...control}>
            {speechLanguage.options.map((language) => (
              <option key={language} value={language}>
                {text(`languages.${language}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <FormField<CreateKnowledgeInput> name="text" label={text("fields.text")} hint={text("fields.textHint")}>
        {(control) => <Textarea {...control} rows={8} className="max-h-96" />}
      </FormField>
      <SwitchField<CreateKnowledgeInput>
        name="isActive"
        label={text("fields.isActive")}
        hint={text("fields.isActiveHint")}
      />
    </>
  );
}
