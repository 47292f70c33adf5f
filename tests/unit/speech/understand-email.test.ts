import { expect, it } from "vitest";
import { understandEmail } from "@/server/speech/rules/understand-email";

it.each([
  ["max punkt muster ätt gmail punkt com", "max.muster@gmail.com"],
  ["max.muster@gmail.com", "max.muster@gmail.com"],
  ["Meine E-Mail ist anna minus schmidt at web punkt de", "anna-schmidt@web.de"],
  ["info ät friseur bindestrich schön punkt de", "info@friseur-schoen.de"],
  ["müller unterstrich vier zwei at gmx punkt net", "mueller_42@gmx.net"],
  ["anna klammeraffe t minus online punkt de", "anna@t-online.de"],
  ["die Adresse lautet p punkt weber at g mail punkt com", "p.weber@gmail.com"],
  ["m u e l l e r at web punkt de", "mueller@web.de"],
  ["anton at web d e", "anton@web.de"],
  ["max punkt mustermann at gmail com", "max.mustermann@gmail.com"],
  ["meine e-mail lautet lisa.koch@icloud.com danke", "lisa.koch@icloud.com"],
  ["john underscore smith the number four at gmail dot com", "john_smith4@gmail.com"],
  ["kontakt äd praxis bindestrich amsee punkt com", "kontakt@praxis-amsee.com"],
  ["müller mit ue at web punkt de", "mueller@web.de"],
  ["anna ett gmx punkt at", "anna@gmx.at"],
  ["max ät ge-em-ix punkt de", "max@gmx.de"],
  ["max ät gmail punkt komm", "max@gmail.com"],
  ["max at te online de", "max@t-online.de"],
  ["julia punkt o'brien at gmail punkt com", "julia.obrien@gmail.com"],
  ["ich buchstabiere p e t e r at gmx punkt de", "peter@gmx.de"],
  ["jens peter mit bindestrich at gmx punkt de", "jens-peter@gmx.de"],
  ["sofie mit p h at web punkt de", "sophie@web.de"],
  ["info at müller und söhne punkt de", "info@muellerundsoehne.de"],
  ["tom at sign gmail dot com", "tom@gmail.com"],
  ["max at web punkt de, nein, moritz at web punkt de", "moritz@web.de"],
  ["my email address is john dot smith at outlook dot com", "john.smith@outlook.com"],
])("hears %j", (text, email) => {
  expect(understandEmail(text)).toMatchObject({ email });
});

it("asks for what is no address", () => {
  expect(understandEmail("habe ich nicht")).toHaveProperty("ask");
  expect(understandEmail("max punkt muster at gmail")).toHaveProperty("ask");
  expect(understandEmail("vorname punkt nachname at web punkt de")).toHaveProperty("ask");
  expect(understandEmail("max at web punkt de, nein, net")).toHaveProperty("ask");
  expect(understandEmail("max punkt punkt muster at gmail punkt com")).toHaveProperty("ask");
});

it("is surer of a written address than of a spoken one", () => {
  const [written, spoken] = [understandEmail("a.b@web.de"), understandEmail("a punkt b at web punkt de")];
  expect("confidence" in written && "confidence" in spoken && written.confidence > spoken.confidence).toBe(true);
});
