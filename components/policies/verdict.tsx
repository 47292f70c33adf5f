"use client";

import type { PolicyResult } from "@/server/policies/rules/verdict";
import { Note } from "../shared/note";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { headlineOf, reasonsOf } from "./verdict-words";

/** What the rules say to a step, and why. */
export function Verdict({ policy, currency }: { policy: PolicyResult; currency: string }) {
  const text = useText("fees");
  const formatters = useFormatters();
  const words = { text, money: (cents: number) => formatters.money(cents, currency) };
  const isCostly = policy.feeCents > 0 || policy.action === "block";
  return (
    <Note tone={isCostly ? "warning" : "info"}>
      <p className="font-medium">{headlineOf(policy, words)}</p>
      <ul>
        {reasonsOf(policy, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
}
