import fc from "fast-check";
import { expect, it } from "vitest";
import { measureSms, toPlainCharacters } from "@/server/notifications/rules/segments";

it("writes names with the letters that a text message carries cheaply", () => {
  expect(toPlainCharacters("Ayşe Yıldız, Çağla Łukasz „Škoda“ – Óscar")).toBe(
    'Ayse Yildiz, Çagla Lukasz "Skoda" - Oscar',
  );
  expect(measureSms(toPlainCharacters("Ayşe Yıldız"))).toMatchObject({ encoding: "GSM-7" });
  expect(toPlainCharacters("Grüße, Ärzte, 5 €")).toBe("Grüße, Ärzte, 5 €");
});

it("leaves other scripts as they are, and never makes a text dearer", () => {
  expect(toPlainCharacters("Мария 🙂")).toBe("Мария 🙂");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const plain = toPlainCharacters(text);
      expect(toPlainCharacters(plain)).toBe(plain);
      if (measureSms(text).encoding === "GSM-7") expect(measureSms(plain).encoding).toBe("GSM-7");
    }),
  );
});
