"use client";

import { ThemeProvider as NextThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { useStyleNonce } from "./style-nonce";
import "./zod-settings";

/** Sets the class before the first paint: no flash. Follows the system until the user decides. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const styleNonce = useStyleNonce(nonce);
  return (
    <NextThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      storageKey="theme"
      nonce={styleNonce}
    >
      {children}
    </NextThemeProvider>
  );
}
