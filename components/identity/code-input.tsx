"use client";

import { type ComponentProps, useId } from "react";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { Label } from "../ui/label";

/** Six digits that phones and password managers fill in, or a written code. */
export function CodeInput({ isRecovery, ...props }: { isRecovery?: boolean } & ComponentProps<"input">) {
  const text = useText("sign-in");
  const id = useId();
  const look = isRecovery
    ? ({ inputMode: "text", autoComplete: "off", maxLength: 40, placeholder: "abcdef-ghijkm-npqrst-uvwxyz" } as const)
    : ({ inputMode: "numeric", autoComplete: "one-time-code", maxLength: 7, placeholder: "123456" } as const);
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text(isRecovery ? "code.recovery" : "code.app")}</Label>
      <Input
        id={id}
        name="code"
        required
        minLength={6}
        autoCapitalize="none"
        spellCheck={false}
        className={isRecovery ? "h-11" : "h-11 text-lg tabular-nums tracking-widest"}
        {...look}
        {...props}
      />
    </div>
  );
}
