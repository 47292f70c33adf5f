"use client";

import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import type { ComponentProps } from "react";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

interface MoveButtonsProps {
  name: string;
  index: number;
  count: number;
  onMove: (move: { from: number; to: number }) => void;
}

/** The keyboard's way to another place in the list. */
export function MoveButtons({ name, index, count, onMove }: MoveButtonsProps) {
  const text = useText("catalog");
  return (
    <span className="flex">
      <Button
        variant="ghost"
        size="iconSm"
        aria-label={text("order.up", { name })}
        disabled={index === 0}
        onClick={() => onMove({ from: index, to: index - 1 })}
      >
        <ChevronUp />
      </Button>
      <Button
        variant="ghost"
        size="iconSm"
        aria-label={text("order.down", { name })}
        disabled={index === count - 1}
        onClick={() => onMove({ from: index, to: index + 1 })}
      >
        <ChevronDown />
      </Button>
    </span>
  );
}

/** For a pointer only: the buttons beside it do the same. */
export function DragHandle(props: ComponentProps<"span">) {
  return (
    <span {...props} aria-hidden="true" className="cursor-grab touch-none text-muted-foreground active:cursor-grabbing">
      <GripVertical className="size-4" />
    </span>
  );
}
