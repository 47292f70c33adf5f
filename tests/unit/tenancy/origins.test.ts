import { expect, it } from "vitest";
import { normaliseOrigin } from "@/server/tenancy/origins/rules";

it.each([
  ["https://www.salon.de", "https://www.salon.de"],
  [" https://WWW.Salon.DE/ ", "https://www.salon.de"],
  ["https://salon.de:443", "https://salon.de"],
  ["https://salon.de:8443", "https://salon.de:8443"],
  ["http://localhost:3000", "http://localhost:3000"],
  ["https://müller.de", "https://xn--mller-kva.de"],
])("%s is %s", (typed, origin) => {
  expect(normaliseOrigin(typed)).toBe(origin);
});

it.each([
  ...["*", "https://*", "https://*.salon.de", "null", "salon.de", "www.salon.de", "http://salon.de"],
  ...["https://salon.de/buchen", "https://salon.de?x=1", "https://salon.de#x", "https://eve@salon.de"],
  ...["ftp://salon.de", "javascript:alert(1)", "https://", "https://salon", "https://sal on.de", "https:\\\\salon.de"],
  ...["https://salon.de https://eve.de", "https://salon.de\\eve.de", ""],
])("%s is none", (typed) => {
  expect(normaliseOrigin(typed)).toBeNull();
});
