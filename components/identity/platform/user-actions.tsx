"use client";

import { Lock, LockOpen, LogOut, ShieldOff, Wrench } from "lucide-react";
import { lazy, useState } from "react";
import type { PlatformUserDetails } from "@/server/identity/platform/schema";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import type { UserStep } from "./user-step-dialog";

const UserStepDialog = lazy(() => import("./user-step-dialog").then((file) => ({ default: file.UserStepDialog })));

const ICONS = {
  lock: Lock,
  unlock: LockOpen,
  endSessions: LogOut,
  resetTwoFactor: ShieldOff,
  makeOperator: Wrench,
  dismissOperator: Wrench,
} satisfies Record<UserStep, unknown>;

function stepsOf({ sessions, hasTwoFactor, isOperator, isLocked }: PlatformUserDetails): UserStep[] {
  return [
    ...(sessions.length > 0 ? (["endSessions"] as const) : []),
    ...(hasTwoFactor ? (["resetTwoFactor"] as const) : []),
    isOperator ? "dismissOperator" : "makeOperator",
    isLocked ? "unlock" : "lock",
  ];
}

/** What an operator can do for somebody's account, each with a reason. */
export function UserActions({ user }: { user: PlatformUserDetails }) {
  const text = useText("admin");
  const [open, setOpen] = useState<UserStep | null>(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {stepsOf(user).map((step) => {
        const Icon = ICONS[step];
        return (
          <Button key={step} onClick={() => setOpen(step)}>
            <Icon />
            {text(`users.${step}.action`)}
          </Button>
        );
      })}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && <UserStepDialog user={user} step={open} />}
      </DialogSlot>
    </div>
  );
}
