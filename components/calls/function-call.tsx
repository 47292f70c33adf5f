"use client";

import { ChevronRight, CircleAlert, CircleCheck, CircleHelp, CircleSlash, type LucideIcon } from "lucide-react";
import { useText } from "../shared/use-text";
import type { Tone } from "../ui/tone";
import type { Invocation } from "./conversation";
import { wordFields } from "./function-words";
import { useWriting } from "./use-writing";
import { WordedList } from "./worded-list";

const looks: Record<string, { tone: Tone; icon: LucideIcon }> = {
  ok: { tone: "green", icon: CircleCheck },
  needs_input: { tone: "amber", icon: CircleHelp },
  unavailable: { tone: "amber", icon: CircleSlash },
  conflict: { tone: "orange", icon: CircleSlash },
  not_allowed: { tone: "orange", icon: CircleSlash },
  error: { tone: "red", icon: CircleAlert },
};
const unknownLook = { tone: "grey" as const, icon: CircleHelp };

/** Something that the agent looked up or did: in one line, in words when opened, as raw data for who wants it. */
export function FunctionCall({ invocation, timezone }: { invocation: Invocation; timezone: string }) {
  const text = useText("calls");
  const { name, status, durationMs } = invocation;
  const { tone, icon: Icon } = looks[status] ?? unknownLook;
  return (
    <details className="group rounded-md border border-dashed text-sm open:bg-neutral-2">
      <summary className="flex min-h-(--row) list-none items-center gap-2 rounded-md px-3 py-1.5 hover:bg-muted [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-muted-foreground transition-transform group-open:rotate-90"
        />
        <span data-tone={tone} className="flex shrink-0">
          <Icon aria-hidden="true" className="size-4 text-tone-text" />
        </span>
        <span className="min-w-0 truncate font-medium">
          {text.has(`functions.name.${name}`) ? text(`functions.name.${name}`) : name}
        </span>
        {status !== "ok" && (
          <span data-tone={tone} className="shrink-0 text-tone-text">
            {text.has(`functions.status.${status}`) ? text(`functions.status.${status}`) : status}
          </span>
        )}
        <span className="ml-auto shrink-0 text-muted-foreground tabular-nums">
          {text("functions.duration", { ms: durationMs })}
        </span>
      </summary>
      <FunctionDetails invocation={invocation} timezone={timezone} />
    </details>
  );
}

function FunctionDetails({ invocation, timezone }: { invocation: Invocation; timezone: string }) {
  const text = useText("calls");
  const writing = useWriting(timezone);
  const knows = (key: string) => text.has(`fields.${key}`);
  const asked = wordFields(invocation.arguments, { writing, knows });
  const answered = wordFields(invocation.result, { writing, knows });
  const { say } = invocation.result;
  return (
    <div className="flex flex-col gap-3 px-3 pt-1 pb-3">
      {asked.length > 0 && (
        <section className="flex flex-col gap-1">
          <h4 className="font-medium text-muted-foreground">{text("functions.asked")}</h4>
          <WordedList fields={asked} />
        </section>
      )}
      {(answered.length > 0 || typeof say === "string") && (
        <section className="flex flex-col gap-1">
          <h4 className="font-medium text-muted-foreground">{text("functions.answered")}</h4>
          {typeof say === "string" && <p className="italic">{text("quote", { words: say })}</p>}
          <WordedList fields={answered} />
        </section>
      )}
      <details>
        <summary className="w-fit rounded-sm text-muted-foreground hover:text-foreground">
          {text("functions.json")}
        </summary>
        <pre className="mt-2 whitespace-pre-wrap break-words rounded-md bg-neutral-3 p-3 leading-4.5">
          {JSON.stringify(
            { name: invocation.name, arguments: invocation.arguments, result: invocation.result },
            null,
            2,
          )}
        </pre>
      </details>
    </div>
  );
}
