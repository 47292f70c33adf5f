/** Somebody has to prove again who they are before a call is repeated; the dialog that is open answers for all of them. */
type Settle = (isProved: boolean) => void;

let waiting: readonly Settle[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly Settle[]) {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Resolves when the person has proved it, or has given up. False at once where no dialog is there to ask. */
export function askWhoItIs(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  return new Promise((resolve) => replace([...waiting, resolve]));
}

export const proofStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isAsked: () => waiting.length > 0,
  isAskedOnServer: () => false,
  settle(isProved: boolean) {
    const settled = waiting;
    replace([]);
    for (const settle of settled) settle(isProved);
  },
};
