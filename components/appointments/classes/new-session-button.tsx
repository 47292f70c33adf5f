"use client";

import { CalendarPlus } from "lucide-react";
import { lazy, useState } from "react";
import type { CreatedSessions } from "@/server/availability/classes/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";

const load = () => import("./new-session-dialog").then((file) => ({ default: file.NewSessionDialog }));
const NewSessionDialog = lazy(load);
const SeriesReport = lazy(() => import("./series-report").then((file) => ({ default: file.SeriesReport })));

/** Plans a session or a set of them; what could not be made is told one by one. */
export function NewSessionButton({ onMade }: { onMade: (date: string) => void }) {
  const text = useText("classes");
  const [isOpen, setOpen] = useState(false);
  const [report, setReport] = useState<CreatedSessions | null>(null);
  if (!useCan("create_appointments")) return null;
  const handleDone = (made: CreatedSessions) => {
    const first = made.results.find(({ sessionId }) => sessionId !== null);
    if (made.refused > 0) setReport(made);
    else toast({ title: text("new.done", { count: made.made }) });
    if (first) onMade(first.date);
  };
  return (
    <>
      <Button
        variant="primary"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
      >
        <CalendarPlus />
        {text("new.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewSessionDialog onDone={handleDone} />
      </DialogSlot>
      <DialogSlot isOpen={report !== null} onClose={() => setReport(null)}>
        {report && <SeriesReport report={report} />}
      </DialogSlot>
    </>
  );
}
