import type { Prisma } from "@/server/core/generated/client";
import { seedId } from "./ids";

type Channel = "sms" | "email" | "in_app";
interface MessageEvent {
  key: string;
  name: string;
  description: string;
  channel: Channel;
}

const toCustomer: MessageEvent[] = [
  event("appointment_confirmed", "Terminbestätigung", "Sagt der Kundschaft, dass der Termin steht.", "sms"),
  event("appointment_pending", "Terminanfrage", "Der Termin ist angefragt und wird noch bestätigt.", "sms"),
  event("reminder_24h", "Erinnerung am Vortag", "24 Stunden vor dem Termin.", "sms"),
  event("reminder_2h", "Erinnerung kurz vorher", "Zwei Stunden vor dem Termin.", "sms"),
  event("appointment_rescheduled", "Termin verlegt", "Nennt die neue Zeit.", "sms"),
  event("appointment_cancelled", "Termin abgesagt", "Bestätigt die Absage.", "sms"),
  event("no_show", "Termin versäumt", "Nach einem Termin, zu dem niemand kam.", "email"),
  event("follow_up", "Wieder Zeit?", "Lädt zum nächsten Termin ein.", "email"),
  event("review_request", "Bitte um Bewertung", "Fragt nach dem Termin, wie es war.", "email"),
  event("waitlist_offer", "Platz frei geworden", "Bietet einen Platz von der Warteliste an.", "sms"),
  event("waitlist_taken", "Platz vergeben", "Der angebotene Platz ist schon weg.", "sms"),
  event("sick_day_offer", "Ausfall, neuer Vorschlag", "Bietet bei Krankheit einen anderen Termin an.", "sms"),
  event("deposit_request", "Anzahlung", "Bittet um die Anzahlung für einen Termin.", "email"),
  event("invoice_sent", "Rechnung", "Schickt eine Rechnung.", "email"),
  event("invoice_reminder", "Zahlungserinnerung", "Erinnert an eine offene Rechnung.", "email"),
  event("payment_received", "Zahlung erhalten", "Dankt für eine Zahlung.", "email"),
  event("verification_code", "Bestätigungscode", "Der Code, mit dem Anrufer sich ausweisen.", "sms"),
  event("data_export_ready", "Datenauskunft", "Die verlangten Daten liegen bereit.", "email"),
];

const toTeam: MessageEvent[] = [
  event("callback_created", "Rückruf gewünscht", "Jemand bittet um einen Rückruf.", "in_app"),
  event("callback_escalated", "Rückruf überfällig", "Ein Rückruf ist liegen geblieben.", "email"),
  event("payment_failed", "Zahlung fehlgeschlagen", "Eine Zahlung kam nicht zustande.", "email"),
  event("balance_low", "Guthaben niedrig", "Das Guthaben reicht nicht mehr lange.", "email"),
  event("topup_completed", "Guthaben aufgeladen", "Eine Aufladung ist gebucht.", "email"),
  event("goal_achieved", "Ziel erreicht", "Ein Ziel ist geschafft.", "in_app"),
  event("integration_down", "Anbindung gestört", "Ein verbundener Dienst antwortet nicht.", "email"),
  event("call_missed", "Anruf verpasst", "Ein Anruf kam nicht zustande.", "in_app"),
  event("call_summary", "Zusammenfassung eines Anrufs", "Worum es ging und was daraus wurde.", "email"),
  event("daily_summary", "Tagesbericht", "Was heute war und morgen ansteht.", "email"),
  event("weekly_report", "Wochenbericht", "Die Zahlen der Woche.", "email"),
  event("report_ready", "Bericht fertig", "Ein bestellter Bericht liegt bereit.", "email"),
  event("sync_conflict", "Kalender weicht ab", "Ein Termin steht im anderen Kalender anders.", "in_app"),
  event("api_key_expiring", "API-Schlüssel läuft ab", "Ein Schlüssel muss erneuert werden.", "email"),
  event("absence_requested", "Freie Zeit gewünscht", "Jemand aus dem Team bittet um freie Zeit.", "in_app"),
  event("absence_approved", "Freie Zeit genehmigt", "Sagt der Person, dass sie frei hat.", "email"),
  event("absence_refused", "Freie Zeit nicht genehmigt", "Sagt der Person, dass sie eingeplant bleibt.", "email"),
  event("trial_ending", "Testzeit endet", "Die Testzeit ist bald vorbei.", "email"),
];

/** They concern a person's own access and can't be switched off. */
const toUser: MessageEvent[] = [
  event("user_invited", "Einladung", "Lädt jemanden ins Team ein.", "email"),
  event("security_alert", "Sicherheitshinweis", "Etwas Ungewöhnliches am eigenen Konto.", "email"),
  event("magic_link", "Anmeldelink", "Meldet ohne Passwort an.", "email"),
  event("password_reset", "Passwort zurücksetzen", "Der Link für ein neues Passwort.", "email"),
];

const REQUIRED = ["verification_code", "data_export_ready", "invoice_sent"];

/** The registry of everything that can be sent; one for all companies. */
export async function writeNotificationEvents(tx: Prisma.TransactionClient): Promise<void> {
  const rows = [...toCustomer, ...toTeam, ...toUser].map((message) => ({
    id: seedId(`notification-event/${message.key}`),
    eventType: message.key,
    displayName: message.name,
    description: message.description,
    defaultChannel: message.channel,
    requiresCustomer: toCustomer.includes(message),
    canBeDisabled: !toUser.includes(message) && !REQUIRED.includes(message.key),
  }));
  await tx.notificationEventMapping.createMany({ data: rows, skipDuplicates: true });
}

function event(key: string, name: string, description: string, channel: Channel): MessageEvent {
  return { key, name, description, channel };
}
