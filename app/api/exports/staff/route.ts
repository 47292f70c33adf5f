import { downloadStaff } from "@/server/api/staff-download";

export const dynamic = "force-dynamic";

export const GET = downloadStaff;
