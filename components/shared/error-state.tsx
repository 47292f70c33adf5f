"use client";

import { CloudAlert } from "lucide-react";
import { Button } from "../ui/button";
import { refusalText } from "./refusal";
import { StateMessage } from "./state-message";
import { useText } from "./use-text";

interface ErrorStateProps {
  /** A failed query's error says why; without one the sentence stays general. */
  error?: unknown;
  onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const text = useText("shared");
  const errors = useText("errors");
  return (
    <StateMessage
      role="alert"
      icon={CloudAlert}
      title={text("error.title")}
      action={onRetry && <Button onClick={onRetry}>{text("error.retry")}</Button>}
    >
      {error === undefined ? text("error.hint") : refusalText(errors, error)}
    </StateMessage>
  );
}
