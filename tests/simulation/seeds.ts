/** What once went wrong, by the seed that showed it: these run first, for good. */
export const FAILED_ONCE: Readonly<Record<number, string>> = {
  2: "what was moved and called off there in time stood here once it was over",
  43: "how a visit went was known only with the comparison after the one that found it",
  92: "a booking of ours was taken for a second one while its answer was lost, and then could not be written down",
};

const AMONG_ALL_TESTS = 3;

const given = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/** `SEED` for that one alone, `SEEDS` for as many; each file of the two takes every other one. */
export function seedsOf(half: 0 | 1): number[] {
  if (process.env.SEED) return half === 0 ? [given("SEED", 1)] : [];
  const asked = upTo(given("SEEDS", AMONG_ALL_TESTS));
  const all = [...new Set([...Object.keys(FAILED_ONCE).map(Number), ...asked])];
  return all.filter((_, at) => at % 2 === half);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

export const stepsOf = (): number => given("STEPS", 1000);
