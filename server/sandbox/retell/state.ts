import type { RetellCall } from "./call-object";

export interface RetellRecord {
  version: number;
  is_published: boolean;
  last_modification_timestamp: number;
  [field: string]: unknown;
}

export interface AgentWeight {
  agent_id: string;
  agent_version?: number | undefined;
  weight: number;
}

export interface RetellNumber {
  phone_number: string;
  phone_number_type: "custom" | "retell-twilio";
  nickname?: string | null | undefined;
  inbound_agents?: AgentWeight[] | null | undefined;
  outbound_agents?: AgentWeight[] | null | undefined;
  inbound_webhook_url?: string | null | undefined;
  last_modification_timestamp: number;
  [field: string]: unknown;
}

export class RetellState {
  agents = new Map<string, RetellRecord>();
  llms = new Map<string, RetellRecord>();
  numbers = new Map<string, RetellNumber>();
  calls = new Map<string, RetellCall>();
  /** Calls that somebody asked to be hung up. */
  stopped = new Set<string>();

  resetTraffic(): void {
    this.calls.clear();
    this.stopped.clear();
  }

  resetAll(): void {
    for (const records of [this.agents, this.llms, this.numbers]) records.clear();
    this.resetTraffic();
  }
}
