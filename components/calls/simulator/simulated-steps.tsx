"use client";

import type { SimulatedCall, SimulatedStep } from "@/server/calls/simulator/schema";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { FunctionCall } from "../function-call";

interface SimulatedStepsProps {
  steps: SimulatedCall["steps"];
  timezone: string;
}

/** A conversation as it went: who said what, which function was asked with what, and what it answered. */
export function SimulatedSteps({ steps, timezone }: SimulatedStepsProps) {
  const text = useText("simulator");
  return (
    <ol aria-label={text("steps")} aria-live="polite" aria-relevant="additions" className="flex flex-col gap-3">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows at its end
        <li key={index}>
          {step.kind === "said" ? (
            <Said step={step} />
          ) : (
            <FunctionCall invocation={toInvocation(step, index)} timezone={timezone} />
          )}
        </li>
      ))}
    </ol>
  );
}

type AskedStep = Extract<SimulatedStep, { kind: "asked" }>;

const toInvocation = (step: AskedStep, index: number) => ({
  ...{ id: String(index), name: step.function, arguments: step.arguments, result: step.answer },
  ...{ status: String(step.answer.status ?? ""), durationMs: Math.round(step.durationMs), occurredAt: new Date(0) },
});

function Said({ step: { role, text: words } }: { step: Extract<SimulatedStep, { kind: "said" }> }) {
  const callText = useText("calls");
  const isCaller = role === "user";
  return (
    <div className={cn("flex max-w-[88%] flex-col gap-1", isCaller && "ml-auto items-end")}>
      <p className="px-1 text-muted-foreground text-sm">{callText(`transcript.${role}`)}</p>
      <p
        className={cn(
          "w-fit whitespace-pre-line break-words rounded-lg px-3 py-2",
          isCaller ? "rounded-tr-sm bg-primary-subtle" : "rounded-tl-sm bg-muted",
        )}
      >
        {words}
      </p>
    </div>
  );
}
