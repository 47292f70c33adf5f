"use client";

import { useLocale } from "next-intl";
import { useController } from "react-hook-form";
import type { EditOwnProfileInput } from "@/server/staff/schema";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { CheckLine } from "./check-line";
import { ColourField } from "./colour-field";
import { LANGUAGES, languageName } from "./language-names";

/** What a person may say of themselves. */
export function OwnProfileFields() {
  const text = useText("staff");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<EditOwnProfileInput> name="email" label={text("fields.email")} isOptional>
          {(control) => <Input {...control} type="email" autoComplete="off" />}
        </FormField>
        <FormField<EditOwnProfileInput> name="phone" label={text("fields.phone")} isOptional>
          {(control) => <Input {...control} type="tel" autoComplete="off" />}
        </FormField>
      </div>
      <ColourField label={text("fields.colour")} nameOf={(number) => text("colourNumber", { number })} />
      <LanguagesField />
      <FormField<EditOwnProfileInput> name="bio" label={text("fields.bio")} hint={text("hints.bio")} isOptional>
        {(control) => <Textarea {...control} rows={3} maxLength={2000} />}
      </FormField>
    </>
  );
}

function LanguagesField() {
  const text = useText("staff");
  const locale = useLocale();
  const { field } = useController<EditOwnProfileInput, "languages">({ name: "languages" });
  const chosen = field.value ?? [];
  const all = [...new Set([...LANGUAGES, ...chosen])];
  return (
    <fieldset>
      <legend className="pb-1.5 font-medium text-sm">{text("fields.languages")}</legend>
      <div className="grid max-h-36 grid-cols-2 gap-x-3 gap-y-1 overflow-y-auto rounded-md border p-2.5 sm:grid-cols-3 md:grid-cols-2">
        {all.map((code) => (
          <CheckLine
            key={code}
            isChecked={chosen.includes(code)}
            onChange={(isOn) => field.onChange(isOn ? [...chosen, code] : chosen.filter((each) => each !== code))}
          >
            {languageName(code, locale)}
          </CheckLine>
        ))}
      </div>
    </fieldset>
  );
}
