import { useState } from "react";
import { setStyleNonce } from "../ui/style-nonce";

/**
 * The nonce that this document's policy knows: an answer that refreshes the page later brings another one, which a style
 * written into this document may not carry.
 */
export function useStyleNonce(nonce: string | undefined): string | undefined {
  const [first] = useState(nonce);
  if (typeof window !== "undefined") setStyleNonce(first);
  return first;
}
