import { downloadAuditLog } from "@/server/api/downloads";

export const dynamic = "force-dynamic";

export const GET = downloadAuditLog;
