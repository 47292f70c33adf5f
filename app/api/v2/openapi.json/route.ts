import { handleDocument } from "@/server/api/rest/document/document-door";

export const dynamic = "force-dynamic";

export { handleDocument as GET };
