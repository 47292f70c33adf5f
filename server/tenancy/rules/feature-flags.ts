/** The groups of tools of the MCP door; each can be switched on or off by itself. */
export const MCP_SERVERS = [
  "database",
  "retell",
  "calcom",
  "stripe",
  "customer",
  "appointment",
  "company",
  "branch",
  "goal",
  "audit",
  "webhook",
  "queue",
  "sentry",
  "knowledge",
  "notification",
] as const;

/**
 * What operators can switch off, for all tenants or for one, and how it is when nobody has said anything. Names and
 * descriptions are messages under `admin.flags`. Off hides it and refuses it, its jobs skip, its data stays.
 */
const DEFAULTS = {
  live_updates: true,
  calcom_sync: true,
  mobile_api: true,
  goals: true,
  journey: true,
  loyalty: false,
} as const;

type McpFlag = `mcp.${(typeof MCP_SERVERS)[number]}`;
export type FeatureFlag = keyof typeof DEFAULTS | McpFlag;

const mcpDefaults = MCP_SERVERS.map((server) => [`mcp.${server}`, true] as const);

export const FEATURE_FLAGS = Object.fromEntries([...Object.entries(DEFAULTS), ...mcpDefaults]) as Readonly<
  Record<FeatureFlag, boolean>
>;

export const FEATURE_FLAG_NAMES = Object.keys(FEATURE_FLAGS) as [FeatureFlag, ...FeatureFlag[]];

const COMING: readonly FeatureFlag[] = ["goals", "journey", "loyalty"];

/** Nothing depends on it yet: the part of the product that it switches is still to come. */
export const isComing = (flag: string): boolean => COMING.some((one) => one === flag) || flag.startsWith("mcp.");

/** `flags` is what operators said, the tenant's own over the platform's. */
export function isOn(flags: Readonly<Record<string, boolean>>, feature: FeatureFlag): boolean {
  return flags[feature] ?? FEATURE_FLAGS[feature];
}
