import { type RefObject, useEffect } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

/** j and k walk through the rows from anywhere on the page; Enter is the focused row's own. */
export function useRowKeys(table: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if ((event.key !== "j" && event.key !== "k") || event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const openers = [...(table.current?.querySelectorAll<HTMLElement>("[data-row-opener]") ?? [])];
      const row = document.activeElement?.closest("tr");
      const current = openers.findIndex((opener) => opener.closest("tr") === row);
      const next = openers[current < 0 ? 0 : current + (event.key === "j" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, [table]);
}
