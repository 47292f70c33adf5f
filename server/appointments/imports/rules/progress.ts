import type { ImportLineState, ImportStatus } from "../schema";

export type ImportAction = "check" | "start" | "stop" | "undo";

/** From where each may be asked for. */
const ALLOWED: Record<ImportAction, readonly ImportStatus[]> = {
  check: ["uploaded", "checked", "failed"],
  start: ["checked", "stopped", "failed", "done"],
  stop: ["checking", "running"],
  undo: ["done", "stopped", "failed"],
};

export const isImportActionAllowed = (action: ImportAction, status: ImportStatus): boolean =>
  ALLOWED[action].includes(status);

/** What is done with the lines while an import is in that status, and how it stands when none is left. */
export const PHASES = {
  checking: { takes: "new", ends: "checked" },
  running: { takes: "ready", ends: "done" },
  undoing: { takes: "done", ends: "undone" },
} as const satisfies Partial<Record<ImportStatus, { takes: ImportLineState; ends: ImportStatus }>>;
export type ImportPhase = keyof typeof PHASES;

export const isPhase = (status: ImportStatus): status is ImportPhase => status in PHASES;
