import { disconnect } from "./db";

/** For a process that has done its work: what is open to the database would keep it alive. */
export const closeConnections = (): Promise<void> => disconnect();
