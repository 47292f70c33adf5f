"use client";

import { ArrowUpLeft } from "lucide-react";
import { useText } from "../shared/use-text";
import { Avatar } from "../ui/avatar";

export interface SignInHint {
  email: string;
  password: string;
  /** Whose account it is. */
  label: string;
  role: string;
}

interface SignInHintsProps {
  hints: SignInHint[];
  onChoose: (hint: SignInHint) => void;
}

/** The demo's accounts; a production server sends none. */
export function SignInHints({ hints, onChoose }: SignInHintsProps) {
  const text = useText("identity");
  return (
    <section aria-labelledby="demo-title" className="rounded-lg border bg-neutral-2 p-1.5">
      <div className="px-2.5 pt-1.5 pb-2">
        <h2 id="demo-title" className="font-medium">
          {text("signIn.demo.title")}
        </h2>
        <p className="text-muted-foreground text-sm">{text("signIn.demo.hint")}</p>
      </div>
      <ul className="flex flex-col">
        {hints.map((hint) => (
          <li key={hint.email}>
            <button
              type="button"
              onClick={() => onChoose(hint)}
              className="group flex min-h-12 w-full items-center gap-3 rounded-md px-2.5 py-1.5 text-left transition-colors hover:bg-accent"
            >
              <Avatar name={hint.label} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">
                  {hint.label}
                  <span className="font-normal text-muted-foreground"> · {text(`roles.${hint.role}`)}</span>
                </span>
                <span className="block truncate text-muted-foreground text-sm">{hint.email}</span>
              </span>
              <ArrowUpLeft
                aria-hidden="true"
                className="size-4 shrink-0 text-muted-foreground transition-colors group-hover:text-primary-text"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
