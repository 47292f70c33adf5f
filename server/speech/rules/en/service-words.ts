import type { ServiceWords } from "../contact-language";

const NOISE = "i a an the to for and my need want would like get please appointment book with of some";

export const englishServices: ServiceWords = {
  noise: new Set(NOISE.split(" ")),
  endings: ["ing"],
  shifts: [[/^dye(?:d|ing)$/, "dye"]],
};
