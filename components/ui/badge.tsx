import type { ComponentProps } from "react";
import { cn } from "./cn";
import type { Tone } from "./tone";

export interface BadgeProps extends ComponentProps<"span"> {
  tone?: Tone;
}

export function Badge({ tone = "grey", className, ...props }: BadgeProps) {
  return (
    <span
      data-tone={tone}
      className={cn(
        "inline-flex h-5.5 w-fit shrink-0 items-center gap-1 whitespace-nowrap rounded-full bg-tone-subtle px-2 font-medium text-sm text-tone-text [&_svg]:size-3.5 [&_svg]:shrink-0",
        className,
      )}
      {...props}
    />
  );
}
