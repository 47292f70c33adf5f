"use client";

import { useLocale } from "next-intl";
import type { PlatformUserDetails } from "@/server/identity/platform/schema";
import { deviceText, readDevice } from "@/server/identity/rules/device";
import { RelativeTime } from "../../shared/relative-time";
import { useText } from "../../shared/use-text";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

/** Where they are signed in now. */
export function UserSessions({ user: { sessions } }: { user: PlatformUserDetails }) {
  const text = useText("admin");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("users.sessions")}</CardTitle>
      </CardHeader>
      {sessions.length === 0 ? (
        <CardContent className="text-muted-foreground">{text("users.noSessions")}</CardContent>
      ) : (
        <ul className="divide-y">
          {sessions.map(({ id, device, ip, lastSeenAt }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
              <span className="font-medium">{deviceText(readDevice(device ?? undefined), locale)}</span>
              <span className="text-muted-foreground text-sm">
                {ip && <>{ip} · </>}
                <RelativeTime at={lastSeenAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
