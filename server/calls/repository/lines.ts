import { appClient } from "@/server/core/db";
import { type CallParty, ownNumber } from "../rules/provider-call";

/** Whose telephone rang. */
export interface Line {
  companyId: string;
  branchId: string;
  phoneNumberId: string | null;
  agentId: string | null;
  apiKeyEncrypted: string | null;
}

interface LineRow {
  company_id: string;
  branch_id: string;
  phone_number_id: string | null;
  agent_id: string | null;
  retell_api_key_encrypted: string | null;
}

/** The company of a call by its own number, by the agent where there is none, else by the call if we know it; null if nobody's. */
export async function findLine(party: CallParty): Promise<Line | null> {
  const number = ownNumber(party);
  const rows =
    number || party.agentId
      ? await appClient().$queryRaw<LineRow[]>`SELECT * FROM route_call(${number}, ${party.agentId})`
      : await appClient().$queryRaw<LineRow[]>`SELECT * FROM route_known_call(${party.callId})`;
  const [row] = rows;
  if (!row?.branch_id) return null;
  return {
    companyId: row.company_id,
    branchId: row.branch_id,
    phoneNumberId: row.phone_number_id,
    agentId: row.agent_id,
    apiKeyEncrypted: row.retell_api_key_encrypted,
  };
}
