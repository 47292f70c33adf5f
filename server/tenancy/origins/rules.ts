const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An origin as a browser names it, or null for what is none: a whole page's address, a wildcard, one without encryption that
 * is not the developer's own machine.
 */
export function normaliseOrigin(text: string): string | null {
  const bare = text.trim().replace(/\/$/, "");
  if (!/^https?:\/\/[^/?#@\s\\*]+$/i.test(bare) || !URL.canParse(bare)) return null;
  const { protocol, hostname, origin } = new URL(bare);
  if (protocol === "http:" && !LOOPBACK.test(hostname)) return null;
  return hostname.includes(".") || LOOPBACK.test(hostname) ? origin : null;
}
