import { handlers } from "@/server/identity/adapters/next-auth";

export const { GET, POST } = handlers;
