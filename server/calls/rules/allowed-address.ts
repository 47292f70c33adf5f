import ipaddr from "ipaddr.js";
import { checkIpAllowlist } from "@/server/identity/rules/ip-allowlist";

/**
 * Whether an address may call the provider's doors: any, when no list is set or it says `*`; this machine always. The
 * word `private` stands for every address that is not of the public internet.
 */
export function isAllowedAddress(address: string | undefined, list: string | undefined): boolean {
  const entries = (list ?? "*").split(",").map((entry) => entry.trim());
  if (entries.includes("*")) return true;
  if (!address || !ipaddr.isValid(address)) return false;
  const kind = ipaddr.process(address).range();
  if (kind === "loopback" || (entries.includes("private") && kind !== "unicast")) return true;
  return checkIpAllowlist(entries, address) === null;
}
