import fc from "fast-check";

const parse = (text: string): unknown => JSON.parse(text);
const nested = (depth: number): unknown => parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

const TEXTS = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x\udfff",
  "\u202egpj.exe",
  "\ufeff",
  "\u200b",
  "👩‍👩‍👧‍👦",
  "ﷺ".repeat(500),
  "Z̷̢̛͔̘".repeat(200),
  "' OR '1'='1",
  "'; DROP TABLE customers; --",
  "1); SELECT pg_sleep(5); --",
  "%",
  "_%\\",
  "\\",
  '"><script>alert(1)</script>',
  "javascript:alert(1)",
  "{{7*7}}<%= 7*7 %>#{7*7}",
  "../../../../etc/passwd",
  "=HYPERLINK(1)",
  "a\r\nset-cookie: x=1",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "NaN",
  "0x7f000001",
  "1e309",
  "(((((((((",
  "a".repeat(40),
  "a".repeat(100_000),
  "https://127.0.0.1:1/",
  "00000000-0000-0000-0000-000000000000",
  "0000-01-01T00:00:00Z",
  "+275760-09-13T00:00:00.000Z",
  "9999-12-31T23:59:59Z",
  "2027-02-30T10:00:00Z",
  "2027-03-28T02:30:00",
  "2016-12-31T23:59:60Z",
  "2027-13-01",
  "24:00",
  "99:99",
  "+49",
  "+4930231259999999999999",
  "a@b",
  "ask_live_00000000_x",
];
const NUMBERS = [0, -0, -1, 0.5, 1e-7, 101, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e308, Number.MAX_VALUE];
/** What only the wire format of the browser can say. */
const ODD = [Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN), new Date(8.64e15), undefined];
const ODDER = [10n ** 30n, new Map([["a", 1]]), new Set([1]), /(a+)+$/, new URL("http://127.0.0.1/"), Symbol.for("x")];
const SHAPES = [
  ...[null, true, false, [], {}, [[]], [null], nested(20), nested(90), nested(3000)],
  parse('{"__proto__":{"isPlatformAdmin":true}}'),
  parse('{"constructor":{"prototype":{"x":1}}}'),
  parse('{"toString":1,"valueOf":2,"hasOwnProperty":3,"then":4,"toJSON":5}'),
  { $ne: null },
  { equals: "x", not: "y" },
  { length: 1e9 },
  Array.from({ length: 2000 }, (_, at) => at),
];

/** Values that nobody means; the ids are rows of somebody else's. */
export function hostileValue(foreignIds: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD, ...ODDER) },
    { weight: 3, arbitrary: fc.constantFrom(...SHAPES) },
    { weight: 3, arbitrary: fc.constantFrom(...foreignIds) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
    { weight: 1, arbitrary: fc.anything({ maxDepth: 3, withNullPrototype: false }) },
  );
}

/** Keys that reach for what is no field. */
export const HOSTILE_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "companyId",
  "isPlatformAdmin",
  "",
  "a.b",
  "$where",
];
