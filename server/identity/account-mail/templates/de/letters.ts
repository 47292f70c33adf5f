import type { AccountWords } from "../account-letter";

const place = (when: string, device: string, ip: string | null) => [
  { label: "Wann", value: when },
  { label: "Gerät", value: device },
  { label: "IP-Adresse", value: ip ?? "" },
];
const NOT_YOU =
  "Waren Sie das nicht? Setzen Sie Ihr Passwort auf der Anmeldeseite über „Passwort vergessen“ neu: Das meldet alle Geräte ab.";
const NOT_ASKED = "Haben Sie das nicht angefordert? Dann können Sie diese E-Mail löschen, es ändert sich nichts.";
const ONCE = "Er funktioniert ein einziges Mal. Geben Sie ihn nicht weiter.";

const CHANGES = {
  enabled: ["Zweistufige Anmeldung eingeschaltet", "Zur Anmeldung gehört jetzt ein Code aus Ihrer App."],
  disabled: ["Zweistufige Anmeldung ausgeschaltet", "Zur Anmeldung genügt jetzt wieder das Passwort."],
  recovery_codes: ["Neue Wiederherstellungscodes", "Die bisherigen Codes gelten nicht mehr."],
  recovery_code_used: ["Wiederherstellungscode verwendet", "Mit einem Ihrer Codes wurde eine Anmeldung bestätigt."],
  passkey_added: [
    "Passkey hinzugefügt",
    "Mit dem neuen Passkey kann man sich jetzt ohne Passwort anmelden. War er nicht von Ihnen, entfernen Sie ihn sofort in den Einstellungen unter „Meine Sicherheit“.",
  ],
  passkey_removed: ["Passkey entfernt", "Mit dem entfernten Passkey kann sich niemand mehr anmelden."],
} as const;

export const german: AccountWords = {
  greeting: (name) => (name ? `Guten Tag ${name},` : "Guten Tag,"),
  footer: "AskProAI · Diese E-Mail betrifft Ihr Konto und lässt sich nicht abbestellen.",
  letters: {
    new_device: ({ at, device, ip }, write) => ({
      subject: "Neue Anmeldung an Ihrem Konto",
      heading: "Anmeldung von einem neuen Gerät",
      paragraphs: ["jemand hat sich an Ihrem Konto von einem Gerät angemeldet, das wir noch nicht kannten."],
      facts: place(write(at), device, ip),
      button: null,
      closing: ["Waren Sie das? Dann ist alles in Ordnung.", NOT_YOU],
    }),
    magic_link: ({ expiresAt }, write) => ({
      subject: "Ihr Anmeldelink",
      heading: "Anmelden ohne Passwort",
      paragraphs: [`mit diesem Link melden Sie sich an. ${ONCE}`],
      facts: [{ label: "Gültig bis", value: write(expiresAt) }],
      button: "Anmelden",
      closing: [NOT_ASKED],
    }),
    password_reset: ({ expiresAt }, write) => ({
      subject: "Neues Passwort setzen",
      heading: "Neues Passwort setzen",
      paragraphs: [`mit diesem Link wählen Sie ein neues Passwort. ${ONCE}`],
      facts: [{ label: "Gültig bis", value: write(expiresAt) }],
      button: "Neues Passwort wählen",
      closing: [NOT_ASKED],
    }),
    verify_email: ({ expiresAt }, write) => ({
      subject: "Bitte bestätigen Sie Ihre E-Mail-Adresse",
      heading: "E-Mail-Adresse bestätigen",
      paragraphs: ["diese Adresse wurde für ein Konto angegeben. Bitte bestätigen Sie, dass sie Ihnen gehört."],
      facts: [{ label: "Gültig bis", value: write(expiresAt) }],
      button: "Adresse bestätigen",
      closing: [NOT_ASKED],
    }),
    email_change: ({ at, device, ip, newEmail }, write) => ({
      subject: "Ihre E-Mail-Adresse soll geändert werden",
      heading: "Neue E-Mail-Adresse angefordert",
      paragraphs: [
        "für Ihr Konto wurde eine andere E-Mail-Adresse angegeben. Sie gilt erst, wenn sie bestätigt wurde; bis dahin bleibt alles, wie es ist.",
      ],
      facts: [{ label: "Neue Adresse", value: newEmail }, ...place(write(at), device, ip)],
      button: null,
      closing: [NOT_YOU],
    }),
    password_changed: ({ at, device, ip }, write) => ({
      subject: "Ihr Passwort wurde geändert",
      heading: "Passwort geändert",
      paragraphs: ["das Passwort Ihres Kontos ist neu. Alle anderen Geräte sind abgemeldet."],
      facts: place(write(at), device, ip),
      button: null,
      closing: [NOT_YOU],
    }),
    two_factor_changed: ({ at, device, ip, change }, write) => ({
      subject: CHANGES[change][0],
      heading: CHANGES[change][0],
      paragraphs: [`an der Anmeldung zu Ihrem Konto hat sich etwas geändert. ${CHANGES[change][1]}`],
      facts: place(write(at), device, ip),
      button: null,
      closing: [NOT_YOU],
    }),
    invitation: ({ companyName, inviterName, expiresAt }, write) => ({
      subject: `Einladung zu ${companyName}`,
      heading: `Sie sind eingeladen: ${companyName}`,
      paragraphs: [`${inviterName} hat Sie eingeladen, bei ${companyName} mit AskProAI zu arbeiten.`],
      facts: [{ label: "Gültig bis", value: write(expiresAt) }],
      button: "Einladung annehmen",
      closing: ["Kennen Sie den Absender nicht? Dann können Sie diese E-Mail löschen."],
    }),
    api_key_ending: ({ companyName, keyName, prefix, expiresAt }, write) => ({
      subject: `API-Schlüssel „${keyName}“ läuft ab`,
      heading: "Ein API-Schlüssel läuft ab",
      paragraphs: [
        `ein API-Schlüssel von ${companyName} gilt nicht mehr lange. Danach werden die Programme abgewiesen, die ihn benutzen. Beim Erneuern gelten alter und neuer Schlüssel eine Zeit lang nebeneinander.`,
      ],
      facts: [
        { label: "Schlüssel", value: `${keyName} (${prefix}…)` },
        { label: "Gültig bis", value: write(expiresAt) },
      ],
      button: "API-Schlüssel ansehen",
      closing: ["Wird er nicht mehr gebraucht? Dann müssen Sie nichts tun."],
    }),
    impersonation_notice: ({ companyName, operatorName, reason, at, until }, write) => ({
      subject: `Der Support sieht gerade ${companyName}`,
      heading: "Zugriff durch den Support",
      paragraphs: [
        `${operatorName} von AskProAI arbeitet vorübergehend in ${companyName}. Jede Änderung steht im Protokoll.`,
      ],
      facts: [
        { label: "Grund", value: reason },
        { label: "Seit", value: write(at) },
        { label: "Längstens bis", value: write(until) },
      ],
      button: null,
      closing: ["Haben Sie Fragen dazu? Der Support von AskProAI antwortet Ihnen gern."],
    }),
  },
};
