import { useEffect, useRef } from "react";

/** A dialog that mounts when it opens has no trigger of its own: it gives the focus back to whatever had it before. */
export function useReturnFocus() {
  const opener = useRef<Element | null>(typeof document === "undefined" ? null : document.activeElement);
  useEffect(() => {
    const before = opener.current;
    return () => {
      requestAnimationFrame(() => {
        // Whoever has moved on to something else keeps it.
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
