/**
 * The resources whose values someone may read in the log: those that they may view. Null when everything may be read, as by
 * jobs and the command line.
 */
export function readableResources(permissions: ReadonlySet<string> | undefined): string[] | null {
  if (!permissions) return null;
  const views = [...permissions].filter((permission) => permission.startsWith("view_"));
  return views.map((permission) => permission.slice("view_".length));
}

/** Whether the values of an entry may be read: its action ends with what it was done to. */
export function canReadValues(
  { action, logName }: { action: string; logName: string },
  resources: readonly string[] | null,
): boolean {
  if (resources === null || logName === "security") return true;
  return resources.some((resource) => action.endsWith(`_${resource}`));
}
