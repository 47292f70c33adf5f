import { Ban, CircleCheck, Clock, Hourglass } from "lucide-react";
import type { ApiKeyStatus } from "@/server/identity/api-keys/schema";
import type { StatusLook } from "../../shared/status-badge";

export const KEY_LOOKS: Record<ApiKeyStatus, StatusLook> = {
  active: { tone: "success", icon: CircleCheck },
  ending: { tone: "warning", icon: Hourglass },
  expired: { tone: "grey", icon: Clock },
  revoked: { tone: "grey", icon: Ban },
};

export const isAlive = (status: ApiKeyStatus): boolean => status === "active" || status === "ending";
