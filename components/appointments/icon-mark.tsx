import type { LucideIcon } from "lucide-react";
import { cn } from "../ui/cn";
import type { Tone } from "../ui/tone";

interface IconMarkProps {
  icon: LucideIcon;
  /** Read out, and shown beside the icon on hover. */
  label: string;
  tone?: Tone;
}

/** A small sign in a row. Its tooltip is plain CSS: fifty of them cost nothing. */
export function IconMark({ icon: Icon, label, tone }: IconMarkProps) {
  return (
    <span data-tone={tone} className="group/mark relative inline-flex">
      <Icon aria-hidden="true" className={cn("size-4", tone ? "text-tone-text" : "text-muted-foreground")} />
      <span className="pointer-events-none absolute top-1/2 right-full z-20 mr-1.5 -translate-y-1/2 whitespace-nowrap rounded-md bg-neutral-12 px-2 py-1 text-neutral-1 text-sm opacity-0 transition-opacity group-hover/mark:opacity-100">
        {label}
      </span>
    </span>
  );
}
