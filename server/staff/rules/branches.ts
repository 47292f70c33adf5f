/** Whoever sees some branches only decides about those; the others keep what they have. */
export function branchesAfter({
  asked,
  current,
  seen,
}: {
  asked: string[];
  current: string[];
  seen: string[];
}): string[] {
  const unseen = current.filter((id) => !seen.includes(id));
  return [...new Set([...asked, ...unseen])];
}
