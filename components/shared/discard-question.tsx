"use client";

import { Button } from "../ui/button";
import { DialogFooter } from "../ui/dialog";
import { useText } from "./use-text";

interface DiscardQuestionProps {
  onStay: () => void;
  onDiscard: () => void;
}

/** Takes the place of a form's buttons when somebody is about to leave with unsaved typing. */
export function DiscardQuestion({ onStay, onDiscard }: DiscardQuestionProps) {
  const text = useText("shared");
  return (
    <DialogFooter role="alert">
      <p className="font-medium max-sm:order-last max-sm:pb-1 sm:mr-auto">{text("form.discardQuestion")}</p>
      <Button onClick={onDiscard}>{text("form.discard")}</Button>
      <Button variant="primary" autoFocus onClick={onStay}>
        {text("form.stay")}
      </Button>
    </DialogFooter>
  );
}
