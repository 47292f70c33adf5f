"use client";

import { CalendarClock, CalendarX, Pencil, UserRoundCog, UserRoundPlus } from "lucide-react";
import { lazy, useState } from "react";
import type { SessionView } from "@/server/availability/classes/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const AddDialog = lazy(() =>
  import("./add-participant-dialog").then((file) => ({ default: file.AddParticipantDialog })),
);
const EditDialog = lazy(() => import("./edit-session-dialog").then((file) => ({ default: file.EditSessionDialog })));
const MoveDialog = lazy(() => import("./move-session-dialog").then((file) => ({ default: file.MoveSessionDialog })));
const SubstituteDialog = lazy(() => import("./substitute-dialog").then((file) => ({ default: file.SubstituteDialog })));
const CancelDialog = lazy(() =>
  import("./cancel-session-dialog").then((file) => ({ default: file.CancelSessionDialog })),
);

const ACTIONS = [
  { key: "edit", icon: Pencil },
  { key: "move", icon: CalendarClock },
  { key: "substitute", icon: UserRoundCog },
  { key: "cancel", icon: CalendarX },
] as const;
type Action = "add" | (typeof ACTIONS)[number]["key"];

/** What can still be done about a session: nothing once it is called off or over. */
export function SessionActions({ session }: { session: SessionView }) {
  const text = useText("classes");
  const [open, setOpen] = useState<Action | null>(null);
  const [openedAt] = useState(() => Date.now());
  const canMove = useCan("reschedule_appointments");
  const may = {
    add: useCan("create_appointments"),
    edit: useCan("edit_appointments"),
    move: canMove,
    substitute: canMove,
    cancel: useCan("cancel_appointments"),
  };
  if (session.cancelledAt || session.startsAt.getTime() <= openedAt) return null;
  return (
    <>
      {may.add && (
        <Button variant="primary" disabled={session.placesTaken >= session.capacity} onClick={() => setOpen("add")}>
          <UserRoundPlus />
          {text("add.action")}
        </Button>
      )}
      {ACTIONS.filter(({ key }) => may[key]).map(({ key, icon: Icon }) => (
        <Button
          key={key}
          variant="ghost"
          size="icon"
          aria-label={text(`${key}.action`)}
          title={text(`${key}.action`)}
          onClick={() => setOpen(key)}
        >
          <Icon />
        </Button>
      ))}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "add" && <AddDialog session={session} />}
        {open === "edit" && <EditDialog session={session} />}
        {open === "move" && <MoveDialog session={session} />}
        {open === "substitute" && <SubstituteDialog session={session} />}
        {open === "cancel" && <CancelDialog session={session} />}
      </DialogSlot>
    </>
  );
}
