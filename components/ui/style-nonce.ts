/** Where the libraries that write a `<style>` of their own (locked scrolling, hidden scroll bars) look for its nonce. */
const place = globalThis as typeof globalThis & { __webpack_nonce__?: string };

export const styleNonce = (): string | undefined => place.__webpack_nonce__;

export function setStyleNonce(nonce: string | undefined): void {
  place.__webpack_nonce__ = nonce;
}
