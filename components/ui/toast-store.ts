import type { Tone } from "./tone";

export interface Toast {
  id: number;
  title: string;
  description?: string;
  tone: Tone;
  /** Undo, for example; the toast goes when it is used. */
  action?: { label: string; onAction: () => void };
}

const nothing: Toast[] = [];
let toasts: Toast[] = nothing;
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says what has just happened; at most three at a time, the oldest leaves first. */
export function toast({ tone = "success", ...rest }: Omit<Toast, "id" | "tone"> & { tone?: Tone }): number {
  lastId += 1;
  replace([...toasts.slice(-2), { ...rest, tone, id: lastId }]);
  return lastId;
}

export function dismissToast(id: number) {
  replace(toasts.filter((each) => each.id !== id));
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => toasts,
  readOnServer: () => nothing,
};
