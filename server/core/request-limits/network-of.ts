import ipaddr from "ipaddr.js";

/** Whoever has one IPv6 address has a whole network of them: the first half is what tells people apart. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") return address.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address.toString().split("%")[0]}/64`);
  return `${network.toString()}/64`;
}
