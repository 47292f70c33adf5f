"use client";

import type { CallView } from "@/server/calls/schema";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";

/** What was said in the call and did not happen: a person has to ring back. */
export function CallAlarm({ call: { alarm } }: { call: Pick<CallView, "alarm"> }) {
  const text = useText("calls");
  if (!alarm) return null;
  return (
    <Note tone="danger">
      <strong>{text(`alarm.${alarm}`)}</strong> {text("alarm.hint")}
    </Note>
  );
}
