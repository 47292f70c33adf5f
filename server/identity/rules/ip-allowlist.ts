import ipaddr from "ipaddr.js";
import type { Refusal } from "@/server/core/errors";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** An IPv4 address that came over IPv6 is the address that somebody wrote down. */
function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text) ? ipaddr.process(text) : null;
}

function readRange(entry: string): Range | null {
  const [address = "", bits, ...more] = entry.trim().split("/");
  const start = readAddress(address);
  if (!start || more.length > 0 || start.toString().includes("%")) return null;
  const widest = start.kind() === "ipv4" ? 32 : 128;
  if (bits === undefined) return [start, widest];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= widest ? [start, Number(bits)] : null;
}

/** An address or a range as the list keeps it (`192.0.2.0/24`), or null for what is neither. */
export function normaliseRange(entry: string): string | null {
  const range = readRange(entry);
  if (!range) return null;
  const [start, bits] = range;
  const network =
    start.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(`${start.toString()}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${start.toString()}/${bits}`);
  return `${network.toString()}/${bits}`;
}

/** Says why a network address may not enter, or null. An empty list admits everybody; with a list, nobody without an address. */
export function checkIpAllowlist(list: readonly string[], ip: string | undefined): Refusal | null {
  if (list.length === 0) return null;
  const address = ip ? readAddress(ip) : null;
  const isListed = list.some((entry) => {
    const range = readRange(entry);
    return range && address && address.kind() === range[0].kind() && address.match(range);
  });
  return isListed ? null : { code: "FORBIDDEN", reason: "address_not_allowed", details: { ip: ip ?? null } };
}
