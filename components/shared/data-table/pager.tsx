"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button";
import { useText } from "../use-text";

interface PagerProps {
  /** What is on screen, such as "51–100 of 1,204". */
  children?: ReactNode;
  onPrevious?: () => void;
  onNext?: () => void;
}

/** Without a handler there is no such page. Nothing at all when everything fits on one. */
export function Pager({ children, onPrevious, onNext }: PagerProps) {
  const text = useText("shared");
  if (!children && !onPrevious && !onNext) return null;
  return (
    <nav aria-label={text("pager.label")} className="flex min-h-12 items-center gap-2 border-t px-3 py-2">
      <p className="mr-auto text-muted-foreground text-sm tabular-nums">{children}</p>
      <Button size="sm" disabled={!onPrevious} onClick={onPrevious}>
        <ChevronLeft />
        {text("pager.previous")}
      </Button>
      <Button size="sm" disabled={!onNext} onClick={onNext}>
        {text("pager.next")}
        <ChevronRight />
      </Button>
    </nav>
  );
}
