/** A sentence that ends with an abbreviation has one full stop, not two: "bis Mo., 30. Nov." */
export const oneFullStop = (sentence: string): string => sentence.replace(/\.\.$/, ".");
