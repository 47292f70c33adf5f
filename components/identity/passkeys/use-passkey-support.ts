import { useSyncExternalStore } from "react";

const never = () => () => {};
const isSupported = () => typeof window.PublicKeyCredential === "function";

/** Whether this browser knows passkeys. Nearly all do, so the page is made as if it did: nothing moves when it comes to life. */
export function usePasskeySupport(): boolean {
  return useSyncExternalStore(never, isSupported, () => true);
}
