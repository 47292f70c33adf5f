import { cn } from "./cn";

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

interface AvatarProps {
  name: string;
  /** Their picture; the initials stand in its place where there is none. */
  src?: string | null;
  size?: "sm" | "md" | "lg" | "xl";
  className?: string;
}

const sizes = { sm: "size-6 text-[10px]", md: "size-8 text-sm", lg: "size-12 text-lg", xl: "size-20 text-2xl" };

/** A picture or initials; decoration beside a name that is written out. */
export function Avatar({ name, src, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-primary-subtle font-medium text-primary-text",
        sizes[size],
        className,
      )}
    >
      {src ? (
        // biome-ignore lint/performance/noImgElement: small already, and only for who is signed in
        <img src={src} alt="" className="size-full object-cover" />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}
