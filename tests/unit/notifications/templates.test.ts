import { describe, expect, it } from "vitest";
import { findUnknownPlaceholders, PLACEHOLDERS } from "@/server/notifications/rules/placeholders";
import { measureSms } from "@/server/notifications/rules/segments";
import { notificationEvent } from "@/server/notifications/schema";
import { renderMessage, TEXTS } from "@/server/notifications/templates/render-message";

const values = {
  customer_name: "<b>O'Hara & Söhne</b>",
  customer_phone: "+49 1522 8817386",
  customer_phone_link: "tel:+4915228817386",
  appointment_date: "Donnerstag, 26. November",
  appointment_time: "13:00 Uhr",
  service_name: "Waschen + Schneiden + Föhnen",
  staff_name: "Katarzyna Nowak",
  branch_name: "Innenstadt",
  branch_address: "Maximilianstraße 12, 86150 Augsburg",
  branch_phone: "+49 30 23125100",
  branch_phone_link: "tel:+493023125100",
  company_name: "Salon Lindner",
  calendar_link: "https://example.com/c/token/calendar.ics",
  cancel_deadline: "Mittwoch, 25. November, 13:00 Uhr",
  verification_code: "482913",
  valid_minutes: "10",
  callback_reason: "Frage zu einer Rechnung",
  preferred_times: "vormittags",
  due_date: "Freitag, 27. November",
  due_time: "11:00 Uhr",
  portal_link: "https://example.com/calls/1",
  call_summary: "Hat einen Termin gebucht.",
  call_outcome: "Termin gebucht",
  call_date: "Donnerstag, 26. November",
  call_time: "09:12 Uhr",
  call_duration: "2 Minuten",
  absence_kind: "Urlaub",
  absence_period: "Montag, 30. November 2026 – Freitag, 11. Dezember 2026",
  absence_reason: "Familienfeier",
  decision_note: "Gute Erholung",
};

const languages = ["de", "en"] as const;
const cases = notificationEvent.options.flatMap((event) => languages.map((language) => ({ event, language })));

describe.each(cases)("$event in $language", ({ event, language }) => {
  it("names only what its event knows", () => {
    const { facts, button, ...texts } = TEXTS[language][event];
    const all = [...Object.values(texts), ...facts.map(({ value }) => value), button?.link ?? ""].join("\n");
    expect(findUnknownPlaceholders(event, all)).toEqual([]);
    expect(PLACEHOLDERS[event].length).toBeGreaterThan(0);
  });

  it("fits into two text messages without expensive characters", async () => {
    const { body } = await renderMessage({ event, channel: "sms", language, values });
    expect(body).not.toMatch(/\{\{|undefined|null/);
    expect(measureSms(body)).toMatchObject({ encoding: "GSM-7" });
    expect(measureSms(body).segments).toBeLessThanOrEqual(2);
  });

  it("ends with a whole sentence when the business has no number", async () => {
    const { body } = await renderMessage({ event, channel: "sms", language, values: { ...values, branch_phone: "" } });
    expect(body).not.toMatch(/:\s*$/);
  });

  it("is an e-mail with its facts, as HTML and as plain text", async () => {
    const { subject, body, html } = await renderMessage({ event, channel: "email", language, values });
    for (const text of [subject, body, html]) expect(text).not.toMatch(/\{\{|undefined/);
    const languages = [...(html ?? "").matchAll(/ lang="(\w+)"/g)].map(([, found]) => found);
    expect(new Set(languages)).toEqual(new Set([language]));
    expect(html).not.toContain("<b>O'Hara");
    expect(body).toContain("Salon Lindner");
  });

  it("is a note in the portal", async () => {
    const { subject, body, html } = await renderMessage({ event, channel: "in_app", language, values });
    expect(subject).not.toBe("");
    expect(`${subject}\n${body}`).not.toMatch(/\{\{|undefined|null/);
    expect(html).toBeNull();
  });
});

describe("rendering", () => {
  const confirmed = { event: "appointment_confirmed", channel: "email", language: "de", values } as const;

  it("lets a company's own text win, and keeps the layout", async () => {
    const override = { subject: "Bis bald, {{customer_name}}", body: "Wir sehen uns am {{appointment_date}}." };
    const { subject, html } = await renderMessage({ ...confirmed, override });
    expect(subject).toContain("Bis bald");
    expect(html).toContain("Wir sehen uns am Donnerstag, 26. November.");
  });

  it("lets a company's own text win in the portal too", async () => {
    const override = { subject: "Neu: {{customer_name}}", body: "Bitte {{service_name}} vorbereiten." };
    const note = await renderMessage({ ...confirmed, channel: "in_app", override });
    expect(note).toEqual({
      subject: "Neu: <b>O'Hara & Söhne</b>",
      body: "Bitte Waschen + Schneiden + Föhnen vorbereiten.",
      html: null,
    });
  });

  it("shows a name with markup as it was written", async () => {
    const { html } = await renderMessage(confirmed);
    expect(html).toContain("&lt;b&gt;O&#x27;Hara &amp; Söhne&lt;/b&gt;");
    expect(html).toContain("Katarzyna Nowak");
  });

  it("has a subject of one line, whatever a name holds", async () => {
    const override = { subject: "Bis bald, {{customer_name}}", body: "Guten Tag" };
    const odd = { ...values, customer_name: "Anna\r\nBcc: alle@example.de" };
    const { subject } = await renderMessage({ ...confirmed, values: odd, override });
    expect(subject).toBe("Bis bald, Anna Bcc: alle@example.de");
  });

  it("brings its own colours for the dark", async () => {
    const { html } = await renderMessage(confirmed);
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain('name="color-scheme" content="light dark"');
  });

  it("leaves out what is not known", async () => {
    const { body } = await renderMessage({
      ...confirmed,
      values: { ...values, cancel_deadline: "", branch_address: "" },
    });
    expect(body).not.toContain("Kostenlos absagen");
    expect(body).toMatch(/Wo: Innenstadt$/m);
  });
});
