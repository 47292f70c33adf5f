/** What is usual; a company that has something else keeps it as long as nobody changes it. */
const USUAL = [5, 10, 15, 20, 30, 45, 60, 90, 120];

export const intervalChoice = (current: number): number[] =>
  [...new Set([...USUAL, current])].sort((one, other) => one - other);
