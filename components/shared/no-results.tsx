"use client";

import { SearchX } from "lucide-react";
import { Button } from "../ui/button";
import { StateMessage } from "./state-message";
import { useText } from "./use-text";

/** Filters or the search hide everything: the way out is to clear them. */
export function NoResults({ onClear }: { onClear: () => void }) {
  const text = useText("shared");
  return (
    <StateMessage
      role="status"
      icon={SearchX}
      title={text("noResults.title")}
      action={<Button onClick={onClear}>{text("noResults.clear")}</Button>}
    >
      {text("noResults.hint")}
    </StateMessage>
  );
}
