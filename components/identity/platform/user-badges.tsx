"use client";

import { Lock, ShieldCheck, ShieldOff, Wrench } from "lucide-react";
import type { PlatformUserView } from "@/server/identity/platform/schema";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";

/** Operator or locked, and how well the account is protected. */
export function UserBadges({ user: { isOperator, isLocked, hasTwoFactor } }: { user: PlatformUserView }) {
  const text = useText("admin");
  const protection = hasTwoFactor ? "twoFactor" : "passwordOnly";
  return (
    <span className="flex flex-wrap gap-1">
      {isLocked && <StatusBadge tone="danger" icon={Lock} label={text("users.locked")} />}
      {isOperator && <StatusBadge tone="violet" icon={Wrench} label={text("operator")} />}
      <StatusBadge
        tone={hasTwoFactor ? "success" : "grey"}
        icon={hasTwoFactor ? ShieldCheck : ShieldOff}
        label={text(`users.${protection}`)}
      />
    </span>
  );
}
