"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Input } from "../ui/input";
import { useText } from "./use-text";

const TYPING_PAUSE_MS = 250;

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (value: string) => void;
  className?: string;
}

/** Searches after a short pause in typing, at once on Enter. Its own text wins while somebody types. */
export function SearchField({ label, value, onSearch, className }: SearchFieldProps) {
  const text = useText("shared");
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (next: string) => {
    clearTimeout(timer.current);
    setTyped(null);
    onSearch(next);
  };
  const handleChange = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next), TYPING_PAUSE_MS);
  };
  /** What is asked for already is not asked for again: writing the address anew would undo the step that a click began. */
  const handleBlur = () => {
    if (typed === null) return;
    if (typed.trim() === value.trim()) setTyped(null);
    else search(typed);
  };
  const shown = typed ?? value;
  return (
    <div className={cn("relative w-full sm:w-72", className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={shown}
        onChange={(event) => handleChange(event.target.value)}
        onBlur={handleBlur}
        onKeyDown={(event) => event.key === "Enter" && search(shown)}
        className="px-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {shown && (
        <Button
          variant="ghost"
          size="iconSm"
          aria-label={text("filters.clearSearch")}
          onClick={() => search("")}
          className="absolute top-1/2 right-1 -translate-y-1/2"
        >
          <X />
        </Button>
      )}
    </div>
  );
}
