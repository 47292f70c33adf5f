"use client";

import type { CallDetails } from "@/server/calls/schema";
import { useText } from "../shared/use-text";
import { type WordedField, wordFields } from "./function-words";
import { findWords } from "./recording/in-step";
import { useListening } from "./recording/listening";
import { useWriting } from "./use-writing";
import { WordedList } from "./worded-list";

/** What was understood of the caller's words; each field leads to the words that it was taken from. */
export function ExtractedData({ call }: { call: CallDetails }) {
  const text = useText("calls");
  const writing = useWriting(call.timezone);
  const fields = wordFields(call.extractedData, { writing, knows: (key) => text.has(`fields.${key}`) });
  return <WordedList fields={fields} show={(field) => <FieldWords field={field} />} />;
}

function FieldWords({ field: { key, value } }: { field: WordedField }) {
  const recordingText = useText("recordings");
  const listening = useListening();
  const words = listening ? findWords(listening.turns, value) : [];
  if (!listening || words.length === 0) return value;
  return (
    <button
      type="button"
      title={recordingText("showWords")}
      aria-pressed={listening.marked?.key === key}
      onClick={() => listening.mark(key, words)}
      className="cursor-pointer rounded-sm text-left underline decoration-dotted underline-offset-4 hover:bg-accent aria-pressed:bg-accent aria-pressed:decoration-solid"
    >
      {value}
    </button>
  );
}
