import { downloadServices } from "@/server/api/catalog-downloads";

export const dynamic = "force-dynamic";

export const GET = downloadServices;
