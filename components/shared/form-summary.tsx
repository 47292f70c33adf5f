"use client";

import { useFormContext, useFormState } from "react-hook-form";
import { fieldText } from "./field-text";
import { Note } from "./note";
import { readRefusal } from "./refusal";
import { RefusalNote } from "./refusal-note";
import { useText } from "./use-text";

/** Above the fields: the server's refusal, or after a failed attempt how many fields need a look, with a way to the first. */
export function FormSummary({ error }: { error: unknown }) {
  const text = useText("shared");
  const errors = useText("errors");
  const form = useFormContext();
  const { errors: faults, submitCount } = useFormState();
  const names = Object.keys(faults).filter((name) => name !== "root");
  const isRefusal = error != null && readRefusal(error).fields.length === 0;
  if (isRefusal && names.length === 0) return <RefusalNote error={error} />;
  const root = faults.root;
  if (root) return <Note tone="danger">{fieldText(errors, root)}</Note>;
  const first = names[0];
  if (first === undefined || submitCount === 0) return null;
  return (
    <Note tone="danger">
      <button type="button" className="text-left underline underline-offset-2" onClick={() => form.setFocus(first)}>
        {text("form.faults", { count: names.length })}
      </button>
    </Note>
  );
}
