import { downloadRecording } from "@/server/api/downloads";

export const dynamic = "force-dynamic";

export const GET = downloadRecording;
