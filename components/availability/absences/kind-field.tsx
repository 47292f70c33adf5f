"use client";

import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { KINDS_OF } from "@/server/availability/exceptions/rules";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { type AbsenceValues, ownerTypeOf } from "./absence-values";

/** Only what can be the matter with whoever is chosen. */
export function KindField() {
  const text = useText("absences");
  const { setValue } = useFormContext<AbsenceValues>();
  const [owner, kind] = useWatch<AbsenceValues, ["owner", "kind"]>({ name: ["owner", "kind"] });
  const kinds = KINDS_OF[ownerTypeOf(owner)];
  const fallback = kinds.includes(kind) ? null : kinds[0];
  useEffect(() => {
    if (fallback) setValue("kind", fallback);
  }, [fallback, setValue]);
  return (
    <FormField<AbsenceValues> name="kind" label={text("form.kind")}>
      {(control) => (
        <NativeSelect {...control}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {text(`kinds.${one}`)}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
