import { describe, expect, it } from "vitest";
import { understandEmail } from "@/server/speech/rules/understand-email";
import { understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";

const combined = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (said, part) =>
      said.length === 0
        ? [...part]
        : said.flatMap((before) => part.map((one) => [before, one].filter(Boolean).join(" "))),
    [],
  );

describe("a name among what else is told", () => {
  const people = [
    ["renate kühn", { firstName: "Renate", lastName: "Kühn" }],
    ["frau aebischer", { salutation: "Frau", lastName: "Aebischer" }],
    ["herr van den berg", { salutation: "Herr", lastName: "van den Berg" }],
    ["doktor simone beer", { title: "Dr.", firstName: "Simone", lastName: "Beer" }],
    ["lohmann-eggers", { lastName: "Lohmann-Eggers" }],
  ] as const;
  const leads = ["hier spricht", "ja hallo hier ist", "mein name ist", "guten tag ich heiße", "moin da isch"];
  const stories = [
    "ich war letzte woche schon mal bei ihnen",
    "ich bin neu bei ihnen",
    "wir haben morgen einen termin",
    "und ich brauche einen termin",
    "aus leer",
    "ich habe eine frage",
  ];

  it.each(people)("is heard with every story: %s", (person, name) => {
    for (const said of combined(leads, [person], stories))
      expect({ said, ...understandName(said) }).toEqual({ said, ...name });
  });

  it("is the last one that was said", () => {
    for (const wrong of ["ballmann", "b a l l m a n n", "anton berta"])
      for (const correction of [" nein ", ", nee, ", " quatsch ", ", ach nein, "])
        expect(understandName(`${wrong}${correction}bahlmann`)).toEqual({ lastName: "Bahlmann" });
  });

  it.each([
    ["hier spricht die sekretärin von doktor braun", {}],
    ["ich bin gerade im auto", {}],
    ["das läuft unter meinem namen", {}],
    ["der huber sepp da", {}],
    ["müller, sabine", { firstName: "Sabine", lastName: "Müller" }],
    ["weber, richtig", { lastName: "Weber" }],
    ["schmidt mit d t nein mit t t", { lastName: "Schmitt" }],
    ["kraus nicht mit k sondern mit c", { lastName: "Craus" }],
    ["muller mit umlaut", { lastName: "Müller" }],
    ["graf mit zwei f am ende", { lastName: "Graff" }],
    ["friedrich wilhelm kaufmann", { firstName: "Friedrich Wilhelm", lastName: "Kaufmann" }],
    ["kranz eva maria, bindestrich zwischen eva und maria", { firstName: "Eva-Maria", lastName: "Kranz" }],
    ["meine katze heißt mimi ich bin lisa kern", { firstName: "Lisa", lastName: "Kern" }],
    ["wie bitte? müller", { lastName: "Müller" }],
    ["mitchell not michel", { lastName: "Mitchell" }],
    ["i'd prefer not saying", {}],
    ["theo nach", {}],
    ["ja schönen guten tag ich bräuchte einen termin mein name wäre klinger", { lastName: "Klinger" }],
    ["mein name klinger vorname rolf", { firstName: "Rolf", lastName: "Klinger" }],
    ["rolf klinger und zwar mit k", { firstName: "Rolf", lastName: "Klinger" }],
    ["frau klinger von der firma bosch", { salutation: "Frau", lastName: "Klinger" }],
    ["herr klinger junior", { salutation: "Herr", lastName: "Klinger" }],
    ["the last name is klinger and the first name is tom", { firstName: "Tom", lastName: "Klinger" }],
    ["tom klinger from bosch", { firstName: "Tom", lastName: "Klinger" }],
    ["auf meinen namen", {}],
    ["ich bin der vater von tim weber", {}],
    ["ich bin schon da gewesen", {}],
    ["klinger reicht", {}],
    ["yes that's right", {}],
    ["ida wilhelm kaufmann", { lastName: "Iwk" }],
  ])("is none where none was said, and as it was said last: %s", (said, name) =>
    expect(understandName(said)).toEqual(name),
  );
});

describe("a number that was corrected", () => {
  const number = "null eins sieben sechs vier vier drei zwei eins null acht neun";
  const heard = (said: string) => understandPhone(said, { country: "DE" });

  it("is the one that was said again from its beginning", () => {
    for (const wrong of [
      "null eins sieben sieben vier",
      "null eins sieben sechs vier vier drei zwei eins null acht acht",
    ])
      for (const correction of ["nein", "quatsch,", "ich fang noch mal an", "nee, entschuldigung,"])
        expect(heard(`${wrong} ${correction} ${number}`)).toEqual({ e164: "+4917644321089" });
  });

  it("is asked for again where only some of it was", () => {
    for (const correction of ["nein", "nee", "quatsch", "no sorry"])
      expect(heard(`null eins sieben sechs vier vier drei ${correction} zwei zwei eins null acht`)).toHaveProperty(
        "ask",
      );
  });

  it("is none the less one with thanks behind it, and in whatever pieces it is written", () => {
    const written = ["nulleins sieben sechs", "null einssieben sechs", "null oans siem sechs"];
    const rest = "vier vier drei zwei eins null acht neun";
    for (const said of [`${number}, nein danke`, ...combined(written, [rest])])
      expect(heard(said)).toEqual({ e164: "+4917644321089" });
  });
});

describe("an address among what else is told", () => {
  it.each([
    ["das ist die adresse von meiner frau lisa punkt beck at web punkt de", "lisa.beck@web.de"],
    ["eine private adresse lisa punkt beck at web punkt de", "lisa.beck@web.de"],
    ["also die lisa punkt beck at web punkt de nein danke", "lisa.beck@web.de"],
    ["lisa punkt beck at gmx punkt de nein at web punkt de", "lisa.beck@web.de"],
    ["lisa unterstrich nein punkt beck at web punkt de", "lisa.beck@web.de"],
    ["j p ypsilon at gmx punkt de", "jpy@gmx.de"],
    ["weber wie der fluss at web punkt de", "weber@web.de"],
    ["yoga mit maria at gmx punkt de", "yogamitmaria@gmx.de"],
    ["info at backen mit anna punkt de", "info@backenmitanna.de"],
    ["info at meier mit a ypsilon punkt de", "info@mayer.de"],
  ])("is that and nothing more: %s", (said, email) => expect(understandEmail(said)).toMatchObject({ email }));

  it.each([
    "ich glaube das war irgendwas mit lisa punkt beck at web punkt de",
    "lisa punkt beck at gmx punkt de nein net",
    "lisa punkt nein at web punkt de",
    "die von meinem chef rolf at web punkt de",
  ])("is asked for where it is open: %s", (said) => expect(understandEmail(said)).toHaveProperty("ask"));
});
