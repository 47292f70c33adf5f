/** Where something was loaded from; the rest of an address may carry what is nobody's business. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 40);
  const { origin, protocol } = new URL(address);
  return origin === "null" ? protocol : origin;
}

/** The first part of a page's path: behind it stand ids, and tokens that are a permission. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return "?";
  return new URL(address).pathname.split("/").slice(0, 2).join("/").slice(0, 40);
}
