import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The browser's own checkbox in the brand's colour: form data, keyboard and the mixed state come with it. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="checkbox"
      className={cn("size-4 shrink-0 accent-primary disabled:opacity-50 pointer-coarse:size-5", className)}
      {...props}
    />
  );
}
