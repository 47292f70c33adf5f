"use client";

import { type ComponentProps, lazy, Suspense, useState } from "react";
import { useText } from "../shared/use-text";
import { PasswordInput } from "./password-input";

const PasswordStrength = lazy(() => import("./password-strength").then((file) => ({ default: file.PasswordStrength })));

interface NewPasswordInputProps extends Omit<ComponentProps<typeof PasswordInput>, "autoComplete"> {
  /** What somebody who knows the person would try: their address, their name, their company. */
  personFacts: readonly string[];
}

/** A password that is being chosen: says how good it is while it is typed, and leaves it to password managers. */
export function NewPasswordInput({ personFacts, onChange, ...props }: NewPasswordInputProps) {
  const text = useText("passwords");
  const [typed, setTyped] = useState("");
  return (
    <div className="flex flex-col gap-2">
      <PasswordInput
        {...props}
        autoComplete="new-password"
        onChange={(event) => {
          setTyped(event.target.value);
          onChange?.(event);
        }}
      />
      {typed === "" ? (
        <p className="text-muted-foreground text-sm">{text("hint")}</p>
      ) : (
        <Suspense fallback={<p className="text-muted-foreground text-sm">{text("hint")}</p>}>
          <PasswordStrength password={typed} about={personFacts} />
        </Suspense>
      )}
    </div>
  );
}
