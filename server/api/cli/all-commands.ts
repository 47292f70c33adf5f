import type { Command } from "./command";
import { about } from "./commands/about";
import { auditVerify } from "./commands/audit-verify";
import { dataVerify } from "./commands/data-verify";
import { debugAppointments, debugWorkingHours } from "./commands/debug";
import { healthCheck, preflightCheck } from "./commands/health";
import { notificationsPrune, queueFailed, queueRetry, queueStatus, webhooksRetry } from "./commands/queue";
import { secretsRotate } from "./commands/secrets-rotate";
import { speechParse } from "./commands/speech-parse";
import { portalRegenerateToken, portalUser, sessionClear, userCreate } from "./commands/users";

/** Everything that can be asked from the command line, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  about,
  auditVerify,
  dataVerify,
  debugAppointments,
  debugWorkingHours,
  healthCheck,
  notificationsPrune,
  portalRegenerateToken,
  portalUser,
  preflightCheck,
  queueFailed,
  queueRetry,
  queueStatus,
  secretsRotate,
  sessionClear,
  speechParse,
  userCreate,
  webhooksRetry,
];
