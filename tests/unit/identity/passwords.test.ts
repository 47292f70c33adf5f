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

  it.each([
    ...[
      "Sommer2026!!!",
      "Winter2025!!!",
      "Herbst-2026-1",
      "Frühling2026!",
      "Fruehling2026",
      "2026Sommer!!!!",
      "!!!Sommer2026",
    ],
    ...[
      "S0mmer2026!!!",
      "$ommer2026!!!",
      "Januar2026!!!",
      "September2026!",
      "Dezember#2025",
      "Montag12345!!",
      "Freitag_2026!",
    ],
    ...[
      "Passwort2026!",
      "P@ssw0rt2026!",
      "Passwort!Passwort1",
      "Kennwort12345",
      "Geheim123456!",
      "Willkommen!26",
      "Hallo12345678",
    ],
    ...[
      "Schatz12345!!",
      "Sonnenschein26",
      "Sonnenschein2026!",
      "Schmetterling1!",
      "Prinzessin2026",
      "Fussball12345!",
      "Schalke1904!!!",
    ],
    ...[
      "Borussia2026!!",
      "Deutschland2026!",
      "Hamburg20457!!",
      "München80331!!",
      "Berlin1234567!",
      "Urlaub2026!!!!",
      "Weihnachten24!",
    ],
    ...[
      "Ostern2026!!!!",
      "Sommer.Sonne.26",
      "SommerWinter26!",
      "Termin12345!!!",
      "Friseur2026!!!",
      "Werkstatt2026!",
      "Praxis2026!!!!",
    ],
    ...["Zugang2026!!!!", "Neustart2026!!", "Mercedes2026!!", "Qwertz123456!!", "Sommer20262026", "24.12.1985Mama"],
  ])("may not be %s, as half of the country does it", (password) => expect(isGood(password)).toBe(false));

  it.each([
    ...["Lindner2026!!!", "Salon-Lindner!1", "Katharina!2026", "L1ndner12345!!", "SalonLindner26", "Katharina.Lindner"],
  ])("may not be %s, for this person in this company", (password) => expect(isGood(password)).toBe(false));

  it.each([
    ...[
      "sommerregen auf blech 7",
      "Drei Otter im Sommer 2026",
      "kupferkessel-september-anker",
      "Wolkig mit Aussicht 44",
    ],
    ...["Zwölf Boxkämpfer jagen", "hq8-Vt2-pLm-90x", "Katzen tanzen rückwärts", "mein fahrrad hat 3 räder"],
  ])("may well be %s", (password) => expect(isGood(password)).toBe(true));

  it.each(["Katharina1985!", "salonlindner1"])("may not be %s, made of what is known", (password) =>
    expect(isGood(password)).toBe(false),
  );

  // What grows with the square of its length would take minutes here, and so meet the time a test is given.
  it.each(["aB3".repeat(66), "passwort".repeat(25)])("is measured however long: %s", (password) =>
    expect(scorePassword(password, about)).toBeLessThanOrEqual(4),
  );
});
