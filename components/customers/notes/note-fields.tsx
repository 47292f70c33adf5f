"use client";

import { useFormContext, useWatch } from "react-hook-form";
import {
  type NoteType,
  type NoteView,
  type NoteVisibility,
  noteType,
  noteVisibility,
} from "@/server/customers/notes/schema";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { Textarea } from "../../ui/textarea";
import { useNoteRights } from "./use-note-rights";

export interface NoteValues {
  subject: string | null;
  content: string;
  type: NoteType;
  visibility: NoteVisibility;
  isPinned: boolean;
}

type NoteKind = Pick<NoteValues, "type" | "visibility">;

/** `own`: the note as it is; its kind is always there to keep. */
export function NoteFields({ own }: { own?: NoteView }) {
  const text = useText("customer-notes");
  const { mayWrite } = useNoteRights();
  const { register } = useFormContext<NoteValues>();
  const type = useWatch<NoteValues, "type">({ name: "type" });
  const visibility = useWatch<NoteValues, "visibility">({ name: "visibility" });
  const isOffered = (kind: NoteKind) =>
    mayWrite(kind) || (own?.type === kind.type && own.visibility === kind.visibility);
  const types = noteType.options.filter((each) =>
    noteVisibility.options.some((one) => isOffered({ type: each, visibility: one })),
  );
  const visibilities = noteVisibility.options.filter(
    (each) => each === visibility || isOffered({ type, visibility: each }),
  );
  return (
    <>
      <FormField<NoteValues> name="content" label={text("fields.content")}>
        {(control) => <Textarea {...control} rows={5} autoFocus />}
      </FormField>
      <FormField<NoteValues> name="subject" label={text("fields.subject")} isOptional>
        {(control) => <Input {...control} autoComplete="off" />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<NoteValues> name="type" label={text("fields.type")}>
          {(control) => (
            <NativeSelect {...control}>
              {types.map((each) => (
                <option key={each} value={each}>
                  {text(`types.${each}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <FormField<NoteValues>
          name="visibility"
          label={text("fields.visibility")}
          hint={text(`hints.${type === "medical" ? "medical" : visibility}`)}
        >
          {(control) => (
            <NativeSelect {...control}>
              {visibilities.map((each) => (
                <option key={each} value={each}>
                  {text(`visibilities.${each}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      </div>
      <label htmlFor="note-is-pinned" className="flex items-center gap-2">
        <Checkbox id="note-is-pinned" {...register("isPinned")} />
        {text("fields.isPinned")}
      </label>
    </>
  );
}
