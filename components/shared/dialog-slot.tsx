"use client";

import { createContext, type ReactNode, Suspense, use } from "react";

const Close = createContext<(() => void) | null>(null);

interface DialogSlotProps {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Mounts a dialog only while it is open: a lazy one loads its code with the first click, and each opening starts fresh. */
export function DialogSlot({ isOpen, onClose, children }: DialogSlotProps) {
  if (!isOpen) return null;
  return (
    <Close value={onClose}>
      <Suspense fallback={null}>{children}</Suspense>
    </Close>
  );
}

export function useCloseDialog(): () => void {
  const close = use(Close);
  if (!close) throw new Error("A dialog stands inside a <DialogSlot>");
  return close;
}
