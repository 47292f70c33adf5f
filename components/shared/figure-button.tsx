import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";

interface FigureButtonProps {
  label: string;
  /** Undefined while it is counted, null where that failed. */
  value: string | null | undefined;
  isChosen: boolean;
  onChoose: () => void;
}

/** A figure above a list that is also the way to its rows. */
export function FigureButton({ label, value, isChosen, onChoose }: FigureButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cn(
        "flex min-w-0 flex-col gap-0.5 rounded-lg border bg-card p-3 text-left transition-colors hover:border-neutral-8 sm:p-4",
        isChosen && "border-primary",
      )}
    >
      <span className="mb-auto max-w-full font-medium sm:truncate text-muted-foreground text-sm">{label}</span>
      {value === undefined ? (
        <Skeleton className="my-1 h-6.5 w-12" />
      ) : value === null ? (
        <span className="font-semibold text-2xl text-muted-foreground">–</span>
      ) : (
        <span className="font-semibold text-2xl tabular-nums tracking-tight">{value}</span>
      )}
    </button>
  );
}
