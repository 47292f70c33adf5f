import type { RequestFault } from "../faults";
import type { Reply, Route, SandboxRequest } from "./route";

export type ProviderName = "calcom" | "retell" | "twilio" | "resend";

/** One vendor on the shared port: its routes, its door, and how it words what went wrong. */
export interface Provider {
  name: ProviderName;
  routes: Route[];
  /** Authentication and whatever else stands before every route; null lets the request in. */
  guard(request: SandboxRequest): Reply | null;
  /** Headers on every reply, refusals included. */
  headers?(request: SandboxRequest): Record<string, string>;
  refuse: Record<"notFound" | "malformed" | Extract<RequestFault, "error_500" | "rate_limit">, Refuse>;
}

type Refuse = (request: SandboxRequest) => Reply;
