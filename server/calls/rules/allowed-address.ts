const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether an address may call the provider's doors: any, when no list is set; this machine always. */
export function isAllowedAddress(address: string | undefined, list: string | undefined): boolean {
  if (!list) return true;
  if (!address) return false;
  return LOOPBACK.test(address) || list.split(",").some((allowed) => allowed.trim() === address);
}
