import { describe, expect, it } from "vitest";
import { MIN_PASSWORD_SCORE, scorePassword } from "@/server/identity/passwords/rules/strength";

const about = ["katharina@salon-lindner.example", "Katharina Lindner", "Salon Lindner"];
const isGood = (password: string) => scorePassword(password, about) >= MIN_PASSWORD_SCORE;

describe("a new password", () => {
  it.each(["blaue wolken tanzen leise", "xK9#mQ2$vL5nR", "Schneckenhaus!7Zebra", "teekanne-fjord-kupfer"])(
    "may be %s",
    (password) => expect(isGood(password)).toBe(true),
  );

  it.each(["Passwort1234", "Willkommen2026", "qwertzuiopü1", "aaaaaaaaaaaaaaaa", "123456789012", "abcabcabcabcabc"])(
    "may not be %s, which everybody tries first",
    (password) => expect(isGood(password)).toBe(false),
  );

  it.each(["Katharina1985!", "salonlindner1"])("may not be %s, made of what is known", (password) =>
    expect(isGood(password)).toBe(false),
  );

  it("is measured at once, however long", () => {
    const started = performance.now();
    scorePassword("aB3".repeat(66), about);
    scorePassword("passwort".repeat(25), about);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
