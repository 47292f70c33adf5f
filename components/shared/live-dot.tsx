import { cn } from "../ui/cn";
import type { Tone } from "../ui/tone";

/** A small light that breathes while something is going on; the words beside it say what. */
export function LiveDot({ tone = "green", isPulsing }: { tone?: Tone; isPulsing?: boolean }) {
  return (
    <span data-tone={tone} aria-hidden="true" className="relative flex size-2 shrink-0">
      {isPulsing && <span className="absolute inline-flex size-full animate-ping rounded-full bg-tone opacity-60" />}
      <span className={cn("relative inline-flex size-2 rounded-full bg-tone")} />
    </span>
  );
}
