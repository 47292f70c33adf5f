import "./closed-providers";

// As many calls as it likes.
process.env.LIMITS = JSON.stringify({ factor: 1_000_000 });
process.env.PWNED_PASSWORDS_URL = "off";

/** The same values in every run, so few will do, unless asked for others; a failure says with which it came. */
export const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);
export const numRuns = Number(process.env.FUZZ_RUNS ?? 5);
console.info(`fuzz: FUZZ_SEED=${seed} FUZZ_RUNS=${numRuns}`);

/** A fault is ours; a provider that does not answer is not. */
export const isFault = (status: number): boolean => status >= 500 && status !== 503;
