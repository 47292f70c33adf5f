import type { Random } from "../random";

/**
 * The numbers that the Bundesnetzagentur reserves for film and fiction: nobody can be called by accident.
 * A range is its beginning and how many digits follow.
 */
const MOBILE = [
  { prefix: "+49171392", from: 0, count: 100, digits: 4 },
  { prefix: "+4917604069", from: 0, count: 100, digits: 3 },
];
const SINGLE_MOBILE = ["+4915228817386", "+4915228895456", "+4915254599371"].concat(
  ["+491729925904", "+491729968532", "+491729973185", "+491729973186", "+491729980752"],
  ["+491749091317", "+491749464308"],
);
/** Each range leaves its beginning to the businesses themselves. */
const LANDLINE = [
  { prefix: "+498999998", from: 300, count: 700, digits: 3 },
  { prefix: "+493023125", from: 300, count: 700, digits: 3 },
  { prefix: "+496990009", from: 0, count: 1000, digits: 3 },
  { prefix: "+494066969", from: 0, count: 1000, digits: 3 },
  { prefix: "+492214710", from: 0, count: 1000, digits: 3 },
];

export interface NumberPool {
  takeMobile(): string | undefined;
  takeLandline(): string;
}

/** Hands out every number once. */
export function createNumberPool(random: Random): NumberPool {
  const mobiles = random.shuffle([...MOBILE.flatMap(expand), ...SINGLE_MOBILE]);
  const [near, ...far] = LANDLINE.map((range) => random.shuffle(expand(range)));
  const distant = random.shuffle(far.flat());
  return {
    takeMobile: () => mobiles.pop(),
    takeLandline: () => {
      const number = (random.chance(0.6) ? near?.pop() : undefined) ?? distant.pop();
      if (!number) throw new Error("no fictional number is left");
      return number;
    },
  };
}

function expand({ prefix, from, count, digits }: (typeof LANDLINE)[number]): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(from + index).padStart(digits, "0")}`);
}
