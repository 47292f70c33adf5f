import fc from "fast-check";

/** The same random cases in every run, so that a change is to blame for what it breaks; other ones with FUZZ_SEED=<number>. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_121) });
