"use client";

import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

interface SaveBarProps {
  error: unknown;
  isBusy: boolean;
  isDisabled: boolean;
  onReset?: (() => void) | undefined;
  /** Why it can't be saved. */
  hint?: string | undefined;
}

/** Stays in sight at the foot, above a phone's navigation. */
export function SaveBar({ error, isBusy, isDisabled, onReset, hint }: SaveBarProps) {
  const text = useText("working-hours");
  return (
    <div className="sticky bottom-0 z-10 mt-5 flex flex-col gap-3 border-t bg-background py-3 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))]">
      {error != null && <RefusalNote error={error} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {hint && <p className="mr-auto text-muted-foreground text-sm">{hint}</p>}
        {onReset && (
          <Button onClick={onReset} disabled={isBusy}>
            {text("editor.reset")}
          </Button>
        )}
        <Button type="submit" variant="primary" isBusy={isBusy} disabled={isDisabled}>
          {text("editor.save")}
        </Button>
      </div>
    </div>
  );
}
