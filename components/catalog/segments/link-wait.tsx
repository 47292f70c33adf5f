"use client";

import { useText } from "../../shared/use-text";
import { MinutesInput } from "./minutes-input";
import type { LinkDraft } from "./use-chain-draft";

interface LinkWaitProps {
  link: LinkDraft;
  onChange: (changes: Partial<LinkDraft>) => void;
}

/** How long the customer may have to wait before the next link; a longer shortest wait pushes the longest. */
export function LinkWait({ link, onChange }: LinkWaitProps) {
  const text = useText("catalog");
  const { gapAfterMinMinutes: min, gapAfterMaxMinutes: max } = link;
  return (
    <div className="flex flex-wrap items-center gap-2 border-t pt-3 text-muted-foreground">
      <span>{text("segments.waitFrom")}</span>
      <MinutesInput
        label={text("segments.waitMin", { name: link.name })}
        value={min}
        onChange={(gapAfterMinMinutes) =>
          onChange({
            gapAfterMinMinutes,
            ...((gapAfterMinMinutes ?? 0) > (max ?? 0) ? { gapAfterMaxMinutes: gapAfterMinMinutes } : {}),
          })
        }
      />
      <span>{text("segments.waitUntil")}</span>
      <MinutesInput
        label={text("segments.waitMax", { name: link.name })}
        value={max}
        onChange={(gapAfterMaxMinutes) => onChange({ gapAfterMaxMinutes })}
      />
    </div>
  );
}
