"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { SessionLine } from "./session-line";

const EndOthersDialog = lazy(() => import("./end-others-dialog").then((file) => ({ default: file.EndOthersDialog })));

/** Where this person is signed in now, and how to end it there. */
export function SessionList() {
  const text = useText("security");
  const trpc = useTRPC();
  const { data: sessions } = useSuspenseQuery(trpc.sessions.list.queryOptions());
  const [isEnding, setEnding] = useState(false);
  const others = sessions.filter(({ isCurrent }) => !isCurrent).length;
  return (
    <Card aria-labelledby="sessions-title">
      <CardHeader>
        <CardTitle id="sessions-title">{text("sessions.title")}</CardTitle>
        {others > 0 && (
          <Button size="sm" onClick={() => setEnding(true)}>
            {text("sessions.endOthers")}
          </Button>
        )}
      </CardHeader>
      <ul className="divide-y">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
      <DialogSlot isOpen={isEnding} onClose={() => setEnding(false)}>
        <EndOthersDialog count={others} />
      </DialogSlot>
    </Card>
  );
}
