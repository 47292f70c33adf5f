"use client";

import type { CallDetails } from "@/server/calls/schema";
import { useText } from "../shared/use-text";
import { wordFields } from "./function-words";
import { useWriting } from "./use-writing";
import { WordedList } from "./worded-list";

/** What was understood of the caller's words. */
export function ExtractedData({ call }: { call: CallDetails }) {
  const text = useText("calls");
  const writing = useWriting(call.timezone);
  return <WordedList fields={wordFields(call.extractedData, { writing, knows: (key) => text.has(`fields.${key}`) })} />;
}
