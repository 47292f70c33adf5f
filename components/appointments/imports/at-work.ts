import type { ImportStatus } from "@/server/appointments/imports/schema";

const AT_WORK: readonly ImportStatus[] = ["checking", "running", "undoing"];
export const LOOK_AGAIN_MS = 1500;

/** It goes on by itself, and what is seen of it is out of date soon. */
export const isAtWork = ({ status }: { status: ImportStatus }): boolean => AT_WORK.includes(status);
