import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { coming } from "../../support/coming-days";
import { processCallEvents } from "../../support/process-calls";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, type Call, ringing, sendEvent } from "../../support/telephone";

let line: SalonLine;
beforeEach(async () => {
  line = await createSalonLine();
});

const RECORDING = "https://example.com/recording.wav";
const row = (call: Call) => platformClient().call.findFirstOrThrow({ where: { retellCallId: call.call_id } });

/** A whole call in which somebody says a word that nobody else says; `recording_consent` as the agent noted it. */
function told(call: Call, { word, variables = {} }: { word: string; variables?: Record<string, string> }) {
  const ended = {
    ...call,
    call_status: "ended",
    end_timestamp: call.start_timestamp + 60_000,
    duration_ms: 60_000,
    disconnection_reason: "user_hangup",
    transcript: `Agent: Guten Tag!\nUser: Am liebsten ${word}.\n`,
    transcript_object: [{ role: "user", content: `Am liebsten ${word}.`, words: [] }],
    recording_url: RECORDING,
    collected_dynamic_variables: variables,
  };
  const call_analysis = { call_summary: `Wollte ${word}.`, custom_analysis_data: { wish: word }, in_voicemail: false };
  return {
    transcript_updated: { ...ended, call_status: "ongoing" },
    call_ended: ended,
    call_analyzed: { ...ended, call_analysis },
  };
}

type Event = keyof ReturnType<typeof told>;
const IN_ORDER: Event[] = ["transcript_updated", "call_ended", "call_analyzed"];

async function tell(events: ReturnType<typeof told>, order: readonly Event[] = IN_ORDER): Promise<void> {
  for (const event of order) {
    await sendEvent(event, events[event]);
    await processCallEvents(line.company);
  }
}

/** The tables in which a word stands, in whatever column; deliveries are encrypted, so they must not be there at all. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await platformClient().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'inngest') AND table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await platformClient().$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM ${name} AS one WHERE position($1 in one::text) > 0 LIMIT 1`,
      word,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
const keptDeliveries = () =>
  platformClient().webhookLog.count({
    where: { companyId: line.company.companyId, payloadEncrypted: { not: null }, eventType: { not: "call_started" } },
  });

describe("what a caller says to being recorded", () => {
  it("decides what is kept: all, the words, or nothing of the conversation", async () => {
    const kept = [];
    for (const recording_consent of ["audio", "transcript_only", "none"]) {
      const call = ringing(line.company);
      await tell(told(call, { word: "Zwetschgen", variables: { recording_consent } }));
      const { recordingUrl, transcript, summary, consent } = await row(call);
      kept.push({ consent, audio: recordingUrl, words: transcript !== null, summary });
    }
    expect(kept).toEqual([
      { consent: "audio", audio: RECORDING, words: true, summary: "Wollte Zwetschgen." },
      { consent: "transcript_only", audio: null, words: true, summary: "Wollte Zwetschgen." },
      { consent: "none", audio: null, words: false, summary: null },
    ]);
  });

  it("is no audio when nobody asked", async () => {
    const call = ringing(line.company);
    await tell(told(call, { word: "Zwetschgen" }));
    expect(await row(call)).toMatchObject({ consent: "unasked", recordingUrl: null, summary: "Wollte Zwetschgen." });
  });

  it("is written down with its words, its time and the version of ours", async () => {
    const { companyId } = line.company;
    for (const version of [1, 2]) {
      const script = { version, language: "de", text: "Darf ich aufzeichnen?", activeFrom: new Date("2026-01-01") };
      await platformClient().consentScript.create({ data: { id: newId(), companyId, ...script } });
    }
    const answer = {
      recording_consent: "transcript_only",
      recording_consent_words: "Aufschreiben ja, aufnehmen nein.",
    };
    await ask("company-info", line.call, { topic: "Öffnungszeiten", ...answer });
    const said = { consent: "transcript_only", consentWords: answer.recording_consent_words, consentScriptVersion: 2 };
    expect(await row(line.call)).toMatchObject({ ...said, consentAt: expect.any(Date) });
    await tell(told(line.call, { word: "Zwetschgen", variables: { recording_consent: "audio" } }));
    expect(await row(line.call)).toMatchObject({ ...said, recordingUrl: null });
  });
});

describe("a caller who refuses", () => {
  const refusal = { recording_consent: "none", recording_consent_words: "Nein, bitte nicht." };

  it("leaves none of the words in any table, and keeps the appointment", async () => {
    const word = `Quitten${newId().slice(-12)}`;
    const check = await ask("check-availability", line.call, {
      ...{ service: "Massage", date: coming(3), time: "10:00", wish: `um zehn, wegen ${word}`, ...refusal },
    });
    await ask("book-appointment", line.call, { slot_id: check.slot.slot_id, reason: word });
    expect(await tablesWith(word)).not.toEqual([]);
    await tell(told(line.call, { word }));
    expect(await tablesWith(word)).toEqual([]);
    expect(await keptDeliveries()).toBe(0);
    expect(await row(line.call)).toMatchObject({ consent: "none", outcome: "booked", isAppointmentMade: true });
  });

  it("leaves nothing when that is known only at the end, in whatever order it is told", async () => {
    for (const order of [
      IN_ORDER,
      IN_ORDER.toReversed(),
      ["call_analyzed", "transcript_updated", "call_ended"] as const,
    ]) {
      const call = ringing(line.company);
      const word = `Quitten${newId().slice(-12)}`;
      const events = told(call, { word });
      const analysed = events.call_analyzed;
      Object.assign(analysed.call_analysis.custom_analysis_data, refusal);
      await tell(events, order);
      expect(await tablesWith(word)).toEqual([]);
      expect(await row(call)).toMatchObject({ consent: "none", durationSec: 60, status: "ended" });
    }
    expect(await keptDeliveries()).toBe(0);
  });
});
