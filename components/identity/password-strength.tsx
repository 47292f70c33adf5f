"use client";

import { useDeferredValue, useMemo } from "react";
import { MIN_PASSWORD_SCORE, type PasswordScore, scorePassword } from "@/server/identity/passwords/rules/strength";
import { MIN_PASSWORD_LENGTH } from "@/server/identity/passwords/schema";
import { useText } from "../shared/use-text";
import { cn } from "../ui/cn";

const TONES = ["danger", "danger", "warning", "success", "success"] as const;
const WORDS = ["veryWeak", "veryWeak", "weak", "good", "strong"] as const;

/** How hard a password is to guess, by the server's own rule. Loaded when one is typed: its word lists are large. */
export function PasswordStrength({ password, about }: { password: string; about: readonly string[] }) {
  const text = useText("passwords");
  const measured = useDeferredValue(password);
  const score = useMemo(() => cappedScore(measured, about), [measured, about]);
  return (
    <div data-tone={TONES[score]} className="flex flex-col gap-1">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={cn("h-1 rounded-full", step <= Math.max(score, 1) ? "bg-tone" : "bg-muted")} />
        ))}
      </div>
      <p aria-live="polite" className="text-sm text-tone-text">
        {text(`strength.${WORDS[score]}`)}
        {measured.length < MIN_PASSWORD_LENGTH &&
          ` · ${text("strength.missing", { count: MIN_PASSWORD_LENGTH - measured.length })}`}
      </p>
    </div>
  );
}

/** What is too short is never good, however odd. */
function cappedScore(password: string, about: readonly string[]): PasswordScore {
  const score = scorePassword(password, about);
  return password.length < MIN_PASSWORD_LENGTH ? (Math.min(score, MIN_PASSWORD_SCORE - 1) as PasswordScore) : score;
}
