"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "../../ui/button";
import { useText } from "../use-text";

/** Finds customers by name or number from every page; the slash key jumps into it. */
export function HeaderSearch() {
  const text = useText("navigation");
  const router = useRouter();
  const branch = useSearchParams().get("branch");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest("input, textarea, select, [role=dialog]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new URLSearchParams({ search: input.current?.value.trim() ?? "" });
    if (branch) query.set("branch", branch);
    router.push(`/customers?${query}`);
  };
  return (
    <search>
      <form action="/customers" onSubmit={handleSubmit} className="relative max-md:hidden">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <input
          ref={input}
          type="search"
          name="search"
          aria-label={text("search.label")}
          placeholder={text("search.placeholder")}
          className="h-(--control) w-52 rounded-md border border-transparent bg-neutral-3 pr-8 pl-8 text-base placeholder:text-muted-foreground hover:bg-neutral-4 focus:border-input focus:bg-card lg:w-72 [&::-webkit-search-cancel-button]:hidden"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-sm border border-neutral-7 px-1.5 text-muted-foreground text-sm leading-4"
        >
          /
        </span>
      </form>
      <Button variant="ghost" size="icon" asChild className="md:hidden">
        <Link href="/customers" prefetch={false} aria-label={text("search.label")}>
          <Search />
        </Link>
      </Button>
    </search>
  );
}
