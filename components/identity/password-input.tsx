"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

/** Can be looked at: a password typed blindly on a phone is a password typed twice. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const text = useText("identity");
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} type={isShown ? "text" : "password"} className="h-11 pr-12" />
      <Button
        variant="ghost"
        size="icon"
        aria-label={text(isShown ? "signIn.hidePassword" : "signIn.showPassword")}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute top-1/2 right-1 -translate-y-1/2"
      >
        {isShown ? <EyeOff /> : <Eye />}
      </Button>
    </div>
  );
}
