import { describe, expect, it } from "vitest";
import { colognePhonetics } from "@/server/speech/rules/cologne-phonetics";
import { matchByName } from "@/server/speech/rules/match-name";
import { nameSimilarity } from "@/server/speech/rules/name-similarity";
import { understandName } from "@/server/speech/rules/understand-name";

describe("understandName", () => {
  it.each([
    ["Müller", { lastName: "Müller" }],
    ["Ich heiße Anna Schmidt", { firstName: "Anna", lastName: "Schmidt" }],
    [
      "mein Name ist Frau Dr. Müller-Lüdenscheidt",
      { salutation: "Frau", title: "Dr.", lastName: "Müller-Lüdenscheidt" },
    ],
    ["Herr Professor Doktor Weber", { salutation: "Herr", title: "Prof. Dr.", lastName: "Weber" }],
    ["guten Tag, hier ist Thomas Becker", { firstName: "Thomas", lastName: "Becker" }],
    ["hier spricht Frau Yılmaz, ich möchte einen Termin", { salutation: "Frau", lastName: "Yılmaz" }],
    ["auf den Namen Maria von der Heide bitte", { firstName: "Maria", lastName: "von der Heide" }],
    ["Schmidt mit dt", { lastName: "Schmidt" }],
    ["Schmidt, S wie Siegfried, C, H, M wie Martha, I, D, T", { lastName: "Schmidt" }],
    ["mein Name ist Meyer, Martha Emil Ypsilon Emil Richard", { lastName: "Meyer" }],
    ["Mein Name ist Maier, ich buchstabiere: M A I E R", { lastName: "Maier" }],
    ["Bauer, Berlin Aachen Unna Essen Rostock", { lastName: "Bauer" }],
    ["my name is John Smith", { firstName: "John", lastName: "Smith" }],
    ["Anna-Lena Groß", { firstName: "Anna-Lena", lastName: "Groß" }],
    ["Katharina Weiß", { firstName: "Katharina", lastName: "Weiß" }],
    ["Weiß", { lastName: "Weiß" }],
    ["weiß ich nicht", {}],
    ["anna müller", { firstName: "Anna", lastName: "Müller" }],
    ["M Ü doppel L E R", { lastName: "Müller" }],
    ["Müller mit ue", { lastName: "Mueller" }],
    ["Yankee Echo Alfa Lima", { lastName: "Yeal" }],
    ["Jäger, Juliett Umlaut Alfa Golf Echo Romeo", { lastName: "Jäger" }],
    ["Köhler, Köln Umlaut Offenbach Hamburg Leipzig Essen Rostock", { lastName: "Köhler" }],
    ["Jäger, J A Umlaut G E R", { lastName: "Jäger" }],
    ["ich buchstabiere B wie Berta A U E R", { lastName: "Bauer" }],
    ["Leipzig Essen Hamburg Münster Aachen Nürnberg Nürnberg", { lastName: "Lehmann" }],
    ["Es Ce Ha Em I De Te", { lastName: "Schmidt" }],
    ["M as in mother, E, Y, E, R", { lastName: "Meyer" }],
    ["Anna Maria Huber", { firstName: "Anna Maria", lastName: "Huber" }],
    ["Martha Richter", { firstName: "Martha", lastName: "Richter" }],
    ["Frau Doktor med. Huber", { salutation: "Frau", title: "Dr.", lastName: "Huber" }],
    ["ja hallo, Meier hier", { lastName: "Meier" }],
    ["auf Müller bitte", { lastName: "Müller" }],
    ["Hallo hier ist der Klaus, Klaus Brandner", { firstName: "Klaus", lastName: "Brandner" }],
    ["ich bin die neue Kundin, Lena Roth", { firstName: "Lena", lastName: "Roth" }],
    ["Frau Dipl.-Psych. Weber", { salutation: "Frau", title: "Dipl-Psych", lastName: "Weber" }],
    ["Maier mit ai und er", { lastName: "Maier" }],
    ["Anton Nordpol Nordpol Anton, Anna", { lastName: "Anna" }],
    ["M C D O N A L D", { lastName: "McDonald" }],
    ["hi it's me, Tom", { lastName: "Tom" }],
    ["Otto, O T T O", { lastName: "Otto" }],
    ["Groß, G R O ß", { lastName: "Groß" }],
    ["Katrin Vogt, K A T H R I N", { firstName: "Kathrin", lastName: "Vogt" }],
    ["Anna Becker, A N N A, B E C K E R", { firstName: "Anna", lastName: "Becker" }],
    ["Anna Lena Groß, G R O S S", { firstName: "Anna Lena", lastName: "Gross" }],
    ["von der Heydt, H E Y D T", { lastName: "von der Heydt" }],
    ["Meier-Hofmann, M E I E R Bindestrich H O F M A N N", { lastName: "Meier-Hofmann" }],
    ["Jansen, J wie Julius, zwei Mal N", { lastName: "Jansen" }],
    ["Meier, aber mit a y", { lastName: "Mayer" }],
    ["Günter mit h", { lastName: "Günther" }],
    ["Walther ohne h", { lastName: "Walter" }],
    ["Petersen mit o n am Ende", { lastName: "Peterson" }],
    ["Meyer Landrut mit Bindestrich", { lastName: "Meyer-Landrut" }],
    ["Thomas G. Müller", { firstName: "Thomas G", lastName: "Müller" }],
    ["ich heiße Lisa und mein Nachname ist Kern", { firstName: "Lisa", lastName: "Kern" }],
    ["der Termin ist für meine Tochter Lena Becker", { firstName: "Lena", lastName: "Becker" }],
  ])("reads %j", (text, expected) => {
    expect(understandName(text)).toEqual(expected);
  });

  it("finds no name where none was said", () => {
    expect(understandName("nein danke")).toEqual({});
    expect(understandName("")).toEqual({});
  });
});

describe("colognePhonetics", () => {
  it.each([
    ["Wikipedia", "3412"],
    ["Müller-Lüdenscheidt", "65752682"],
    ["Breschnew", "17863"],
    ["Meyer", "67"],
    ["Maier", "67"],
    ["Philipp", "351"],
    ["Xaver", "4837"],
    ["Schmidt", "862"],
    ["Schmitt", "862"],
  ])("codes %s as %s", (name, code) => {
    expect(colognePhonetics(name)).toBe(code);
  });
});

describe("nameSimilarity", () => {
  it("finds the same name behind spellings", () => {
    expect(nameSimilarity("Müller", "Mueller")).toBe(1);
    expect(nameSimilarity("Meyer", "Maier")).toBeGreaterThan(0.85);
    expect(nameSimilarity("Anna Schmidt", "Schmitt, Anna")).toBeGreaterThan(0.9);
  });

  it("tells different names apart", () => {
    expect(nameSimilarity("Müller", "Schmidt")).toBeLessThan(0.3);
    expect(nameSimilarity("Anna Schmidt", "Peter Schmidt")).toBeLessThan(0.8);
    expect(nameSimilarity("", "Müller")).toBe(0);
  });
});

describe("matchByName", () => {
  const staff = [
    { id: "1", name: "Sabine Meier" },
    { id: "2", name: "Sabrina Kurz" },
    { id: "3", name: "Dr. Jürgen Weiß" },
  ];

  it("finds whom the caller means", () => {
    expect(matchByName("bei der Frau Mayer", staff)[0]?.id).toBe("1");
    expect(matchByName("zur Sabrina", staff)[0]?.id).toBe("2");
    expect(matchByName("Doktor Weiss", staff)[0]?.id).toBe("3");
  });

  it("finds nobody where nobody is meant", () => {
    expect(matchByName("ist mir egal", staff)).toEqual([]);
  });
});
