"use client";

import { lazy, useState } from "react";
import type { CalcomConnectionView } from "@/server/calcom/connection/schema";
import { useCan } from "../../providers/company-provider";
import { DetailList } from "../../shared/detail-list";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { StepCard } from "./step-card";

const ConnectDialog = lazy(() => import("./connect-dialog").then((file) => ({ default: file.ConnectDialog })));
const DisconnectDialog = lazy(() => import("./disconnect-dialog").then((file) => ({ default: file.DisconnectDialog })));

/** Whose account it is; without one, where to get the key, for somebody who has never seen one. */
export function KeyStep({ connection }: { connection: CalcomConnectionView }) {
  const text = useText("calcom-connection");
  const [open, setOpen] = useState<"connect" | "disconnect" | null>(null);
  const canDisconnect = useCan("delete_integrations");
  const { isConnected, account, keyEnding, brokenCalendarCount: count, hoursRefused, calendarUnseen } = connection;
  const of = (names: string[]) => ({ names: names.join(", ") });
  const actions = isConnected ? (
    <>
      <Button onClick={() => setOpen("connect")}>{text("key.replace")}</Button>
      {canDisconnect && (
        <Button variant="ghost" onClick={() => setOpen("disconnect")}>
          {text("key.disconnect")}
        </Button>
      )}
    </>
  ) : (
    <Button variant="primary" onClick={() => setOpen("connect")}>
      {text("key.connect")}
    </Button>
  );
  return (
    <StepCard step="key" number={1} state={isConnected ? "done" : "next"} actions={actions}>
      {isConnected ? (
        <DetailList
          items={[
            [text("key.account"), account?.name],
            [text("key.email"), account?.email],
            [text("key.key"), keyEnding && `…${keyEnding}`],
            [text("key.calendars"), count > 0 ? text("key.broken", { count }) : null],
            [text("key.no_calendar"), calendarUnseen.length > 0 ? text("key.unseen", of(calendarUnseen)) : null],
            [text("key.hours"), hoursRefused.length > 0 ? text("key.hours_refused", of(hoursRefused)) : null],
          ]}
        />
      ) : (
        <HowToGetIt />
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "connect" && <ConnectDialog />}
        {open === "disconnect" && <DisconnectDialog />}
      </DialogSlot>
    </StepCard>
  );
}

const KEYS_PAGE = "https://app.cal.com/settings/developer/api-keys";

function HowToGetIt() {
  const text = useText("calcom-connection");
  return (
    <ol className="flex list-decimal flex-col gap-1.5 pl-5">
      <li>
        {text("key.how.open")}{" "}
        <a href={KEYS_PAGE} target="_blank" rel="noreferrer" className="text-primary-text underline">
          {text("key.how.page")}
        </a>
      </li>
      <li>{text("key.how.create")}</li>
      <li>{text("key.how.paste")}</li>
    </ol>
  );
}
