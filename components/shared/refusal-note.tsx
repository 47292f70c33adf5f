"use client";

import { Note } from "./note";
import { refusalText } from "./refusal";
import { useText } from "./use-text";

/** Why the server said no, in words. */
export function RefusalNote({ error }: { error: unknown }) {
  const text = useText("errors");
  return <Note tone="danger">{refusalText(text, error)}</Note>;
}
