"use client";

import type { CallDetails } from "@/server/calls/schema";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { cn } from "../ui/cn";
import { type ConversationEntry, weaveConversation } from "./conversation";
import { FunctionCall } from "./function-call";
import { isOngoing } from "./ongoing";
import { RecordingPlayer } from "./recording/recording-player";
import { TurnWords } from "./recording/turn-words";
import { useInSight } from "./recording/use-in-sight";

/** The conversation as it went, with what the agent did in between. */
export function Transcript({ call }: { call: CallDetails }) {
  const text = useText("calls");
  const entries = weaveConversation(call);
  const list = useInSight<HTMLOListElement>();
  return (
    <>
      {call.turns.length === 0 && <p className="pb-2 text-muted-foreground">{text(silenceOf(call))}</p>}
      <RecordingPlayer />
      <ol
        ref={list}
        aria-label={text("transcript.label")}
        {...(isOngoing(call) && { "aria-live": "polite", "aria-relevant": "additions" })}
        className="flex flex-col gap-3"
      >
        {entries.map((entry) => (
          <li
            key={entry.key}
            data-turn={entry.kind === "said" ? entry.index : undefined}
            className="scroll-mt-28 scroll-mb-24"
          >
            {entry.kind === "said" ? (
              <Said entry={entry} agentName={call.agentName} />
            ) : (
              <FunctionCall invocation={entry.invocation} timezone={call.timezone} />
            )}
          </li>
        ))}
      </ol>
      {isOngoing(call) && call.turns.length > 0 && (
        <p className="pt-3 text-muted-foreground text-sm">{text("live.goesOn")}</p>
      )}
    </>
  );
}

function silenceOf(call: CallDetails): string {
  if (isOngoing(call)) return "live.listening";
  return call.consent === "none" ? "transcript.noConsent" : "transcript.none";
}

function Said({ entry, agentName }: { entry: Extract<ConversationEntry, { kind: "said" }>; agentName: string | null }) {
  const text = useText("calls");
  const format = useFormatters();
  const { role } = entry.turn;
  const isCaller = role === "user";
  return (
    <div className={cn("flex max-w-[88%] flex-col gap-1", isCaller && "ml-auto items-end")}>
      <p className="flex gap-2 px-1 text-muted-foreground text-sm">
        <span>{role === "agent" && agentName ? agentName : text(`transcript.${role}`)}</span>
        {entry.at !== null && <span className="tabular-nums">{format.duration(entry.at)}</span>}
      </p>
      <TurnWords
        turn={entry.turn}
        index={entry.index}
        className={cn(
          "w-fit rounded-lg px-3 py-2",
          isCaller ? "rounded-tr-sm bg-primary-subtle" : "rounded-tl-sm bg-muted",
        )}
      />
    </div>
  );
}
