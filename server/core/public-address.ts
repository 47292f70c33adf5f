import ipaddr from "ipaddr.js";

/** Ways to write an IPv4 address as an IPv6 one: where they lead is what counts. */
const NAT64 = "64:ff9b::/96";

/**
 * Whether an address belongs to the public internet: not to this machine, a private or shared network, a link, a
 * multicast group, a cloud's metadata service, or a range that is set aside.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return isPublicV4(address);
  const v6 = address as ipaddr.IPv6;
  if (v6.zoneId) return false;
  if (v6.isIPv4MappedAddress()) return isPublicV4(v6.toIPv4Address());
  if (v6.match(ipaddr.parseCIDR(NAT64) as [ipaddr.IPv6, number])) return isPublicV4(lastFour(v6));
  return v6.range() === "unicast";
}

/** `unicast` is what remains after every range that ipaddr.js knows to be special. */
const isPublicV4 = (address: ipaddr.IPv4): boolean => address.range() === "unicast";

const lastFour = (address: ipaddr.IPv6): ipaddr.IPv4 => new ipaddr.IPv4(address.toByteArray().slice(12));

export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === "loopback";
}
