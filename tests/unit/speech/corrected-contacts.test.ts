import { describe, expect, it } from "vitest";
import { understandEmail } from "@/server/speech/rules/understand-email";
import { understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";

const ADDRESSES = [
  ["lisa punkt beck at web punkt de", "lisa.beck@web.de"],
  ["karl at gmx punkt de", "karl@gmx.de"],
  ["i punkt seidel at web punkt de", "i.seidel@web.de"],
  ["m a r t i n at web punkt de", "martin@web.de"],
  ["info at halt minus stopp punkt de", "info@halt-stopp.de"],
  ["t.raabe@web.de", "t.raabe@web.de"],
] as const;

describe("an address behind talk", () => {
  it.each([
    ...[
      "moment mal",
      "okay",
      "und zwar",
      "also warten sie",
      "ja die lautet",
      "moment ich muss kurz schauen",
      "ja klar",
    ],
    ...["na gut", "aufgepasst", "my email would be", "sure it's", "let me think", "hold on", "you can reach me at"],
  ])("is not spoiled by it: %s", (talk) => {
    for (const [said, email] of ADDRESSES) expect(understandEmail(`${talk} ${said}`)).toMatchObject({ email });
  });

  it.each([
    ...[
      "mein mann hat",
      "ich nehm die von der arbeit",
      "der computer sagt",
      "wenn sie schreiben wollen",
      "bitte nicht an",
    ],
    ...["ist das für die bestätigung ja dann", "also das ist jetzt die von meinem mann"],
  ])("is asked for where it is open where it begins: %s", (talk) => {
    for (const [said] of ADDRESSES) expect(understandEmail(`${talk} ${said}`)).toHaveProperty("ask");
  });

  it.each([
    ["kurz punkt lisa at web punkt de", "kurz.lisa@web.de"],
    ["kurz at web punkt de", "kurz@web.de"],
    ["schön punkt lisa at web punkt de", "schoen.lisa@web.de"],
    ["info at doch nicht punkt de", "info@dochnicht.de"],
    ["karen k a r e n at web punkt de", "karen@web.de"],
  ])("keeps a word that is also said before one: %s", (said, email) =>
    expect(understandEmail(said)).toMatchObject({ email }),
  );
});

describe("a piece of an address", () => {
  it.each([
    ["lisa mit z punkt beck at web punkt de", "liza.beck@web.de"],
    ["thomas ohne h at web punkt de", "tomas@web.de"],
    ["ralf mit p h at web punkt de", "ralph@web.de"],
    ["tom punkt meier at web punkt de mit a ypsilon", "tom.mayer@web.de"],
    ["anna at web punkt de mit nur einem n", "ana@web.de"],
    ["anna at web punkt de nein gmx punkt de", "anna@gmx.de"],
    ["anna at web nein warte gmx punkt de", "anna@gmx.de"],
    ["anna at web punkt de, nein, at gmx punkt de", "anna@gmx.de"],
    ["anna at firma punkt co punkt uk nein punkt com", "anna@firma.com"],
    ["anna at gmx punkt at nein punkt de", "anna@gmx.de"],
    ["anna punkt maier nein meier at web punkt de", "anna.meier@web.de"],
    ["anna neunzehn nein achtzehn at web punkt de", "anna18@web.de"],
    ["anna unterstrich äh bindestrich maier at web punkt de", "anna-maier@web.de"],
    ["die neue ist anna at web punkt de die alte war anna at gmx punkt de", "anna@web.de"],
    ["nicht anna at gmx punkt de sondern anna at web punkt de", "anna@web.de"],
    ["anna at web punkt de ich wiederhole anna at web punkt de", "anna@web.de"],
  ])("is told or taken back: %s", (said, email) => expect(understandEmail(said)).toMatchObject({ email }));

  it.each([
    "luisa mit o at web punkt de",
    "jasmin mit y at web punkt de",
    "klaus ohne k at web punkt de",
    "anna neunzehn nein hundert at web punkt de",
    "anna at uni minus köln nein bonn punkt de",
    "anna at web punkt de oder anna at gmx punkt de",
    "anna at web punkt de die alte war anna at gmx punkt de",
    "anna at web punkt de nein ohne punkt",
    "lisa fragezeichen at web punkt de",
    "lisa p e t r a at web punkt de",
    "tom punkt berry that's b e r r y at gmail punkt com",
    "lisa at weis punkt de mit doppel s",
  ])("is asked for where it stays open: %s", (said) => expect(understandEmail(said)).toHaveProperty("ask"));
});

describe("a part of a name", () => {
  it.each([
    ["petra kern nein kerner", { firstName: "Petra", lastName: "Kerner" }],
    ["petra kern nein stefanie", { firstName: "Stefanie", lastName: "Kern" }],
    ["petra kern nein schulz", { lastName: "Schulz" }],
    ["frau kern nein kerner", { salutation: "Frau", lastName: "Kerner" }],
    ["köhler k ö h l e r", { lastName: "Köhler" }],
    ["bär b ä r", { lastName: "Bär" }],
    ["sarah mit h müller", { firstName: "Sarah", lastName: "Müller" }],
    ["nachname garcia lopez vorname elena", { firstName: "Elena", lastName: "Garcia Lopez" }],
    ["nachname meier sabine", { firstName: "Sabine", lastName: "Meier" }],
    ["vorname hans peter", { firstName: "Hans Peter" }],
    ["früher bergmann jetzt lohse", { lastName: "Lohse" }],
    ["christian mit k", { lastName: "Kristian" }],
    ["kai uwe mit bindestrich schmidt", { firstName: "Kai-Uwe", lastName: "Schmidt" }],
    ["sabine becker äh becher", { firstName: "Sabine", lastName: "Becher" }],
    ["bach mit k", { lastName: "Bach" }],
  ])("is corrected and leaves the others: %s", (said, name) => expect(understandName(said)).toEqual(name));
});

describe("a number that is not the one", () => {
  const number = "null acht neun eins zwei drei vier fünf sechs";

  it.each([
    `bitte nicht auf ${number} anrufen`,
    `${number} oder sieben`,
    `null acht neun ohne die erste null eins zwei drei vier fünf sechs`,
  ])("is asked for: %s", (said) => expect(understandPhone(said, { country: "DE" })).toHaveProperty("ask"));

  it.each([
    `ich bin achtundsiebzig und meine nummer ist ${number}`,
    `null acht äh moment ${number}`,
    "null acht neun zwölf vierunddreißich sechsundfuffzig",
  ])("is heard without what stood before it: %s", (said) =>
    expect(understandPhone(said, { country: "DE" })).toEqual({ e164: "+4989123456" }),
  );
});
