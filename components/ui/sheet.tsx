"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { ReturnFocus } from "./dialog";
import { overlayClasses } from "./float-classes";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;

interface SheetContentProps extends ComponentProps<typeof Primitive.Content> {
  closeLabel: string;
  side?: "left" | "right";
}

const sides = {
  right:
    "right-0 w-full sm:max-w-[480px] data-[state=open]:slide-in-from-right-8 data-[state=closed]:slide-out-to-right-8",
  left: "left-0 w-[280px] data-[state=open]:slide-in-from-left-8 data-[state=closed]:slide-out-to-left-8",
};

/** A panel at the edge; on a phone the right one fills the screen. */
export function SheetContent({ closeLabel, side = "right", className, children, ...props }: SheetContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        className={cn(
          "fixed inset-y-0 z-50 flex flex-col bg-card shadow-float duration-180 data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0",
          sides[side],
          className,
        )}
        {...props}
      >
        <ReturnFocus />
        {children}
        <Primitive.Close asChild>
          <Button variant="ghost" size="iconSm" className="absolute top-3 right-3" aria-label={closeLabel}>
            <X />
          </Button>
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  );
}

export const SheetTitle = Primitive.Title;
export const SheetDescription = Primitive.Description;
