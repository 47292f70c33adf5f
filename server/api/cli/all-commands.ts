import type { Command } from "./command";
import { about } from "./commands/about";
import { auditErase } from "./commands/audit-erase";
import { auditVerify } from "./commands/audit-verify";
import { calcomDrift, calcomImportDirectly, calcomSyncCheck } from "./commands/calcom";
import { dataCleanup } from "./commands/data-cleanup";
import { dataVerify } from "./commands/data-verify";
import { debugAppointments, debugWorkingHours } from "./commands/debug";
import { healthCheck, preflightCheck } from "./commands/health";
import { phoneAdd, phoneList, phoneRemove } from "./commands/phone-numbers";
import { notificationsPrune, queueFailed, queueRetry, queueStatus, webhooksRetry } from "./commands/queue";
import { secretsRotate } from "./commands/secrets-rotate";
import { speechParse } from "./commands/speech-parse";
import { portalRegenerateToken, portalUser, sessionClear, userCreate } from "./commands/users";

/** Everything that can be asked from the command line, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  about,
  auditErase,
  auditVerify,
  calcomDrift,
  calcomImportDirectly,
  calcomSyncCheck,
  dataCleanup,
  dataVerify,
  debugAppointments,
  debugWorkingHours,
  healthCheck,
  notificationsPrune,
  phoneAdd,
  phoneList,
  phoneRemove,
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
