import { askDoor } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { SpeechLanguage } from "@/server/speech/schema";
import { languageOfCall } from "../rules/language";
import { type CallParty, ownNumber } from "../rules/provider-call";

/** Whose telephone rang. */
export interface Line {
  companyId: string;
  branchId: string;
  phoneNumberId: string | null;
  agentId: string | null;
  apiKeyEncrypted: string | null;
  /** In which its calls are answered. */
  language: SpeechLanguage;
}

interface LineRow {
  company_id: string;
  branch_id: string;
  phone_number_id: string | null;
  agent_id: string | null;
  retell_api_key_encrypted: string | null;
  language: string | null;
}

/** Every event and function of a call asks for the same line: for this long one answer serves them all. */
const FRESH_MS = 5000;
const MAX_LINES = 1000;
const known = new Map<string, { line: Line; until: number }>();

/**
 * The company of a call by its own number, by the agent where there is none, else by the call if we know it; null if
 * nobody's. What it finds may be five seconds old; `forgetLine` makes the next answer a fresh one.
 */
export async function findLine(party: CallParty): Promise<Line | null> {
  const key = keyOf(party);
  const remembered = key ? known.get(key) : undefined;
  if (remembered && remembered.until > Date.now()) return remembered.line;
  const line = await queryLine(party);
  if (key && line) {
    if (known.size >= MAX_LINES) known.clear();
    known.set(key, { line, until: Date.now() + FRESH_MS });
  }
  return line;
}

/** A signature did not fit: the key may have been changed a moment ago. */
export function forgetLine(party: CallParty): void {
  const key = keyOf(party);
  if (key) known.delete(key);
}

function keyOf(party: CallParty): string | null {
  return ownNumber(party) ?? party.agentId ?? null;
}

async function queryLine(party: CallParty): Promise<Line | null> {
  const number = ownNumber(party);
  const rows =
    number || party.agentId
      ? await askDoor<LineRow>(Prisma.sql`SELECT * FROM route_call(${number}, ${party.agentId})`)
      : await askDoor<LineRow>(Prisma.sql`SELECT * FROM route_known_call(${party.callId})`);
  const [row] = rows;
  if (!row?.branch_id) return null;
  return {
    companyId: row.company_id,
    branchId: row.branch_id,
    phoneNumberId: row.phone_number_id,
    agentId: row.agent_id,
    apiKeyEncrypted: row.retell_api_key_encrypted,
    language: languageOfCall(row.language),
  };
}
