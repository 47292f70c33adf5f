import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** Decoration only: whoever waits also says so in words or with `aria-busy`. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden="true" className={cn("size-4 animate-spin", className)} />;
}
