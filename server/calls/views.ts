import { formatPhone } from "@/server/speech/rules/format-phone";
import { isHiddenNumber } from "@/server/speech/rules/understand-phone";
import type { CallDetailRow, CallListRow } from "./repository/list";
import { isAudible } from "./rules/keep-allowed";
import { otherNumber, ownNumber } from "./rules/provider-call";
import type { WordTime } from "./rules/word-times";
import { type CallDetails, type CallView, transcriptTurn } from "./schema";

type Json = Record<string, unknown>;

const PREVIEW_LENGTH = 160;

export function toCallView(row: CallListRow): CallView {
  const { branch, customer, agent, transcriptTurns, providerCost, ...call } = row;
  return {
    ...call,
    callerPhone: writePhone(otherNumber(row)),
    ownPhone: writePhone(ownNumber(row)),
    timezone: branch.timezone,
    branch: { id: branch.id, name: branch.name },
    customer: customer && {
      id: customer.id,
      name: [customer.firstName, customer.lastName].filter(Boolean).join(" "),
    },
    agentName: agent?.name ?? null,
    transcriptPreview: previewOf(toTurns(transcriptTurns)),
    providerCost: providerCost?.toNumber() ?? null,
  };
}

export function toCallDetails(row: CallDetailRow, appointments: CallDetails["appointments"]): CallDetails {
  const { callFunctionInvocations, callbackRequests, extractedData, latencyMs, ...call } = row;
  return {
    ...toCallView(row),
    retellCallId: call.retellCallId,
    transcript: call.transcript,
    turns: toTurns(call.transcriptTurns),
    hasRecording: isAudible(call),
    disconnectionReason: call.disconnectionReason,
    intent: call.intent,
    topics: call.topics,
    isSuccessful: call.isSuccessful,
    extractedData: extractedData as Json,
    latencyMs: latencyMs as CallDetails["latencyMs"],
    costCents: call.costCents,
    identityLevel: call.identityLevel,
    consent: call.consent,
    consentWords: call.consentWords,
    consentScriptVersion: call.consentScriptVersion,
    consentAt: call.consentAt,
    reviewNote: call.reviewNote,
    invocations: callFunctionInvocations.map((one) => ({
      ...one,
      arguments: one.arguments as Json,
      result: one.result as Json,
    })),
    appointments,
    callbacks: callbackRequests,
  };
}

const writePhone = (number: string | null) => (number && !isHiddenNumber(number) ? formatPhone(number) : null);

function toTurns(stored: unknown): CallDetails["turns"] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((turn: { words?: WordTime[] }) => {
    const words = (turn.words ?? []).map(([at, start]) => ({ at, start }));
    return transcriptTurn.safeParse({ start: null, end: null, ...turn, words }).data ?? [];
  });
}

/** The caller's longest sentence says what it was about: the first is a greeting, the last a good-bye. */
function previewOf(turns: CallDetails["turns"]): string | null {
  const longest = (said: CallDetails["turns"]) => said.toSorted((a, b) => b.text.length - a.text.length)[0]?.text;
  const words = longest(turns.filter(({ role }) => role === "user")) ?? longest(turns);
  return words?.slice(0, PREVIEW_LENGTH) ?? null;
}
