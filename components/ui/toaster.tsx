"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { dismissToast, type Toast, toastStore } from "./toast-store";

const VISIBLE_MS = 6_000;
const icons = { success: CircleCheck, danger: CircleAlert, warning: CircleAlert } as Record<string, typeof Info>;

/** Mounted once, in the shell: the live region must be there before the first message. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read, toastStore.readOnServer);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-60 flex flex-col items-center gap-2 md:right-5 md:bottom-5 md:left-auto md:items-end"
    >
      {toasts.map((each) => (
        <ToastCard key={each.id} toast={each} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function ToastCard({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const [isHeld, setHeld] = useState(false);
  const { id, action } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(id), VISIBLE_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
  const Icon = icons[toast.tone] ?? Info;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing or focusing only keeps the message on screen
    <div
      data-tone={toast.tone}
      className="fade-in-0 slide-in-from-bottom-2 pointer-events-auto flex w-full max-w-sm animate-in items-start gap-3 rounded-md bg-popover py-2.5 pr-2 pl-3.5 shadow-float duration-180"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden="true" className="mt-1 size-4 shrink-0 text-tone" />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="font-medium">{toast.title}</p>
        {toast.description && <p className="text-muted-foreground text-sm">{toast.description}</p>}
      </div>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            action.onAction();
            dismissToast(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="ghost" size="iconSm" aria-label={closeLabel} onClick={() => dismissToast(id)}>
        <X />
      </Button>
    </div>
  );
}
