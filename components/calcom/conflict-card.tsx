"use client";

import type { ConflictView } from "@/server/calcom/conflicts/schema";
import { RefusalNote } from "../shared/refusal-note";
import { RelativeTime } from "../shared/relative-time";
import { useFormatters } from "../shared/use-formatters";
import { type Text, useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Checkbox } from "../ui/checkbox";
import { ConflictActions } from "./conflict-actions";
import { ConflictSides } from "./conflict-sides";

interface ConflictCardProps {
  conflict: ConflictView;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  /** Why it could not be decided together with others. */
  error?: unknown;
}

/** One booking over there that could not be followed here: why, both sides, and what may be done. */
export function ConflictCard({ conflict, isChosen, onChoose, error }: ConflictCardProps) {
  const text = useText("calcom");
  const errors = useText("errors");
  const formatters = useFormatters(conflict.ours?.timezone);
  const { id, reason, theirs, settled, detectedAt } = conflict;
  const name = theirs.attendeeName ?? theirs.title ?? text("nobody");
  const when = theirs.startsAt ? formatters.dateTime(theirs.startsAt) : text("untold");
  const title = text("title_of", { name, when });
  return (
    <li className="flex flex-col gap-3 px-4 py-4" aria-labelledby={`conflict-${id}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {conflict.decisions.length > 0 && (
          <Checkbox
            checked={isChosen}
            aria-label={text("bulk.choose", { name: title })}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
        <h2 id={`conflict-${id}`} className="font-medium">
          {title}
        </h2>
        <Badge tone={settled ? "grey" : "amber"}>
          {settled ? text(`settled.${settled.decision}`) : text(`reasons.${reason}.short`)}
        </Badge>
        <span className="text-muted-foreground text-sm">
          <RelativeTime at={settled?.at ?? detectedAt} />
          {settled?.by && ` · ${settled.by}`}
        </span>
      </div>
      {!settled && reason && <p className="text-muted-foreground">{explain(conflict, { text, errors })}</p>}
      <ConflictSides conflict={conflict} />
      {error !== undefined && <RefusalNote error={error} />}
      {conflict.decisions.length > 0 && <ConflictActions conflict={conflict} name={title} />}
    </li>
  );
}

/** What it means and what to do; what exactly was refused is told in the words of our errors. */
function explain({ reason, said }: ConflictView, { text, errors }: { text: Text; errors: Text }): string {
  const key = `reasons.${said ?? ""}`;
  const detail = reason === "not_bookable" && said && errors.has(key) ? errors(key) : "";
  return [text(`reasons.${reason}.long`), detail].filter(Boolean).join(" ");
}
