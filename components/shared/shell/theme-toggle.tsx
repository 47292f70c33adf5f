"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "../../ui/button";
import { useText } from "../use-text";

/** The icon follows the class on the page, so the server need not know the theme. */
export function ThemeToggle({ className }: { className?: string }) {
  const { resolvedTheme, setTheme } = useTheme();
  const text = useText("shared");
  return (
    <Button
      variant="ghost"
      size="icon"
      className={className}
      aria-label={text("theme.toggle")}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <Moon className="dark:hidden" />
      <Sun className="hidden dark:block" />
    </Button>
  );
}
