"use client";

import { Tabs as Primitive } from "radix-ui";
import { type ComponentProps, useRef } from "react";
import { cn } from "./cn";
import { useChosenInView } from "./use-chosen-in-view";

export const Tabs = Primitive.Root;

export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  const row = useRef<HTMLDivElement>(null);
  useChosenInView(row, { selector: "[data-state=active]" });
  return (
    <Primitive.List
      ref={row}
      className={cn("flex gap-1 overflow-x-auto border-b px-1 [scrollbar-width:none]", className)}
      {...props}
    />
  );
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        "-mb-px inline-flex h-(--control) shrink-0 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-3 font-medium text-muted-foreground transition-colors hover:text-foreground focus-visible:-outline-offset-2 data-[state=active]:border-primary data-[state=active]:text-foreground",
        className,
      )}
      {...props}
    />
  );
}

export function TabsContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={cn("pt-4", className)} {...props} />;
}
