import { downloadNotifications } from "@/server/api/appointment-downloads";

export const dynamic = "force-dynamic";

export const GET = downloadNotifications;
