"use client";

import { useQuery } from "@tanstack/react-query";
import type { PlatformUserDetails } from "@/server/identity/platform/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { BackLink } from "../../shared/back-link";
import { ErrorState } from "../../shared/error-state";
import { Note } from "../../shared/note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { Card } from "../../ui/card";
import { UserActions } from "./user-actions";
import { UserBadges } from "./user-badges";
import { UserMemberships } from "./user-memberships";
import { UserSessions } from "./user-sessions";

/** Somebody's account: where they work, where they are signed in, and what can be done for them. */
export function UserPage({ userId }: { userId: string }) {
  const text = useText("admin");
  const user = useQuery(useTRPC().platform.users.get.queryOptions({ userId }));
  return (
    <>
      <BackLink href="/admin/users">{text("users.title")}</BackLink>
      {user.data ? (
        <Details user={user.data} />
      ) : user.error ? (
        <Card>
          <ErrorState error={user.error} onRetry={() => void user.refetch()} />
        </Card>
      ) : (
        <WidgetRowsSkeleton rows={8} rowClass="h-12" />
      )}
    </>
  );
}

function Details({ user }: { user: PlatformUserDetails }) {
  const text = useText("admin");
  const format = useFormatters();
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-xl tracking-tight">
            {user.name} <UserBadges user={user} />
          </h1>
          <p className="break-all text-muted-foreground">
            {user.email} · {text("users.since", { date: format.date(user.createdAt) })}
          </p>
        </div>
        <UserActions user={user} />
      </header>
      {user.isLocked && (
        <Note tone="danger" className="mb-4">
          {text("users.lockedFor", { reason: user.lockedReason ?? "" })}
        </Note>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <UserMemberships user={user} />
        <UserSessions user={user} />
      </div>
    </>
  );
}
