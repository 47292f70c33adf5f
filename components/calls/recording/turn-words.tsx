"use client";

import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { cut, type Turn } from "./in-step";
import { useListening } from "./listening";

interface TurnWordsProps {
  turn: Turn;
  index: number;
  className: string;
}

/** What somebody said: click it to hear it. It is marked while it is heard, and where a field was taken from it. */
export function TurnWords({ turn, index, className }: TurnWordsProps) {
  const text = useText("recordings");
  const listening = useListening();
  const { start } = turn;
  const isHeard = listening?.heard === index;
  const words = <MarkedWords turn={turn} index={index} />;
  const classes = cn(className, isHeard && "outline-2 outline-primary");
  const hear = listening?.hear;
  if (!hear || start === null) return <p className={classes}>{words}</p>;
  return (
    <button
      type="button"
      title={text("fromHere")}
      aria-current={isHeard || undefined}
      onClick={() => hear(start)}
      className={cn(classes, "cursor-pointer text-left transition-shadow hover:ring-2 hover:ring-neutral-7")}
    >
      {words}
    </button>
  );
}

function MarkedWords({ turn, index }: Pick<TurnWordsProps, "turn" | "index">) {
  const marks = useListening()?.marked?.words.filter((each) => each.turn === index) ?? [];
  return cut(turn.text, marks).map(({ text, from, isMarked }) =>
    isMarked ? (
      <mark key={from} data-tone="amber" className="rounded-sm bg-tone-subtle font-medium text-tone-text">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
