import { describe, expect, it } from "vitest";
import { accountMail } from "@/server/identity/account-mail/schema";
import { renderAccountMail } from "@/server/identity/account-mail/templates/render-account-mail";

const id = "019b76da-a800-7f70-bfcf-dd9a8fae1ffa";
/** Everything that any mail may say; each kind takes its own. */
const facts = {
  userId: id,
  to: "kim@example.com",
  tokenId: id,
  language: "de",
  device: "Firefox <b>auf</b> Linux",
  ip: "192.0.2.7",
  at: "2026-12-01T08:00:00.000Z",
  until: "2026-12-01T09:00:00.000Z",
  expiresAt: "2026-12-01T08:15:00.000Z",
  newEmail: "neu@example.com",
  change: "enabled",
  companyName: "Salon\nLindner",
  inviterName: "Katharina Lindner",
  operatorName: "Alex Betrieb",
  keyName: "Kasse",
  prefix: "ask_live_Ab3dE6gH",
  reason: "Anfrage 17",
};
const kinds = accountMail.options.map(({ shape }) => shape.kind.value);
const cases = kinds.flatMap((kind) => (["de", "en"] as const).map((language) => ({ kind, language })));

describe.each(cases)("$kind in $language", ({ kind, language }) => {
  const mail = accountMail.parse({ ...facts, kind });
  const render = () =>
    renderAccountMail(mail, { language, name: "Kim", timezone: "Europe/Berlin", link: "https://x.example/l/t" });

  it("is a letter in one language, with its facts in words", async () => {
    const { subject, text, html } = await render();
    expect(subject).not.toMatch(/\n|undefined|null/);
    for (const body of [text, html]) expect(body).not.toMatch(/undefined|\[object|2026-12-01/);
    expect(new Set([...html.matchAll(/ lang="(\w+)"/g)].map(([, found]) => found))).toEqual(new Set([language]));
    expect(html).not.toContain("<b>");
    expect(text).toContain(language === "de" ? "Guten Tag Kim," : "Hello Kim,");
  });

  it("has a button exactly when its kind has a link", async () => {
    expect((await render()).text.includes("https://x.example/l/t")).toBe(
      "tokenId" in mail || kind === "api_key_ending",
    );
  });

  it("is the same letter each time, as a repeat must be", async () => {
    expect(await render()).toEqual(await render());
  });
});
