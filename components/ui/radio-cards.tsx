"use client";

import { RadioGroup as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const RadioCards = Primitive.Root;

/** One of a few choices to click, such as a free slot. */
export function RadioCard({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  return (
    <Primitive.Item
      className={cn(
        "flex min-h-(--control) items-center justify-center rounded-md border border-neutral-7 bg-card px-3 text-left tabular-nums transition-colors hover:bg-accent disabled:opacity-50 data-[state=checked]:border-primary data-[state=checked]:bg-primary-subtle data-[state=checked]:font-medium data-[state=checked]:text-primary-text",
        className,
      )}
      {...props}
    />
  );
}
