import { useSyncExternalStore } from "react";

const never = () => () => {};
const isSupported = () => typeof window.PublicKeyCredential === "function";

/** Whether this browser knows passkeys; on the server, and until the page lives, it seems not to. */
export function usePasskeySupport(): boolean {
  return useSyncExternalStore(never, isSupported, () => false);
}
