import { cn } from "./cn";

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

interface AvatarProps {
  name: string;
  size?: "sm" | "md" | "lg";
  className?: string;
}

const sizes = { sm: "size-6 text-[10px]", md: "size-8 text-sm", lg: "size-12 text-lg" };

/** Initials; decoration beside a name that is written out. */
export function Avatar({ name, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full bg-primary-subtle font-medium text-primary-text",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
