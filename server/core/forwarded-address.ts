import { env } from "./env";

/**
 * Who asks, by `X-Forwarded-For`: each of our own proxies adds whom it saw, so the outermost one's entry stands as many from the
 * end as there are proxies. What stands before it are claims; where no proxy of ours stands in front, all of it is.
 */
export function forwardedAddress(header: string | null | undefined): string | undefined {
  const proxies = env().TRUSTED_PROXIES;
  const entries = (header ?? "").split(",").map((entry) => entry.trim());
  const seen = proxies === 0 ? undefined : (entries.at(-proxies) ?? entries[0]);
  return seen?.replace(/^::ffff:/, "") || undefined;
}
