import { useEffect, useRef } from "react";

/** A dialog that mounts when it opens has no trigger of its own: it gives the focus back to whatever had it before. */
export function useReturnFocus() {
  const opener = useRef<Element | null>(typeof document === "undefined" ? null : document.activeElement);
  useEffect(() => {
    const before = opener.current;
    return () => {
      // The menu that held the opener may be gone by now; then the browser's default is as good as any.
      if (before instanceof HTMLElement && before.isConnected) requestAnimationFrame(() => before.focus());
    };
  }, []);
}
