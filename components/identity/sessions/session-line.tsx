"use client";

import { useMutation } from "@tanstack/react-query";
import { Monitor, Smartphone, Terminal } from "lucide-react";
import { useLocale } from "next-intl";
import { deviceText } from "@/server/identity/rules/device";
import type { SessionView } from "@/server/identity/sessions/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { RelativeTime } from "../../shared/relative-time";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";

const PHONES = new Set(["iPhone", "iPad", "Android"]);

function iconOf({ kind, system }: SessionView) {
  if (kind === "api") return Terminal;
  return PHONES.has(system ?? "") ? Smartphone : Monitor;
}

export function SessionLine({ session }: { session: SessionView }) {
  const text = useText("security");
  const trpc = useTRPC();
  const locale = useLocale();
  const device = session.kind === "api" ? text("sessions.program") : deviceText(session, locale);
  const end = useMutation(
    trpc.sessions.revoke.mutationOptions({ onSuccess: () => toast({ title: text("sessions.ended", { device }) }) }),
  );
  const Icon = iconOf(session);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-center gap-3">
        <Icon aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {device}
            {session.isCurrent && <Badge tone="success">{text("sessions.current")}</Badge>}
          </p>
          <p className="text-muted-foreground text-sm">
            {session.ip && <>{session.ip} · </>}
            {text("sessions.lastSeen")} <RelativeTime at={session.lastSeenAt} />
          </p>
        </div>
        {!session.isCurrent && (
          <Button
            size="sm"
            isBusy={end.isPending}
            aria-label={text("sessions.endThis", { device })}
            onClick={() => end.mutate({ sessionId: session.id })}
          >
            {text("sessions.end")}
          </Button>
        )}
      </div>
      {end.error && <RefusalNote error={end.error} />}
    </li>
  );
}
