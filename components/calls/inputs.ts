import { ONGOING } from "./ongoing";

const RECENT = 5;

/** What the dashboard asks for: the page asks the same ahead, on the server. */
export const ongoingCallsInput = (branchId?: string) => ({ status: ONGOING, branchId, limit: 10 });
export const recentCallsInput = (branchId?: string) => ({ branchId, limit: RECENT });
