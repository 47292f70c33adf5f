"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { moveSessionInput, type SessionView } from "@/server/availability/classes/schema";
import { toLocal } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { DateInput } from "../../ui/date-input";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { toast } from "../../ui/toast-store";
import { typedMoment } from "../book/typed-moment";
import { DespiteClosures } from "./despite-closures";
import { TellingFields } from "./telling-fields";

type Values = z.input<typeof moveSessionInput>;

/** Another time by the branch's clock, for everybody who takes part. */
export function MoveSessionDialog({ session }: { session: SessionView }) {
  const [text, errors] = [useText("classes"), useText("errors")];
  const id = useId();
  const zone = session.branch.timezone;
  const [wall, setWall] = useState(() => toLocal(zone, session.startsAt.getTime()));
  const form = useForm<Values>({
    resolver: zodResolver(moveSessionInput) as never,
    defaultValues: {
      ...{ classSessionId: session.id, version: session.version, newStartsAt: session.startsAt.toISOString() },
      ...{ reason: "", notifyCustomer: true, isConfirmed: false },
    },
  });
  const move = useMutation(
    useTRPC().classes.move.mutationOptions({ meta: { refresh: ["availability", "appointments"] } }),
  );
  const choose = (changes: { date?: string; time?: string }) => {
    const next = { ...wall, ...changes };
    setWall(next);
    const at = typedMoment(zone, { day: next.date, time: next.time });
    if (typeof at !== "number") return form.setValue("newStartsAt", "", { shouldDirty: true });
    const newStartsAt = new Date(at).toISOString();
    form.setValue("newStartsAt", newStartsAt, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  };
  const meant = form.watch("newStartsAt") ? null : typedMoment(zone, { day: wall.date, time: wall.time });
  return (
    <FormDialog
      title={text("move.title", { name: session.service.name })}
      description={text("move.lead", { count: session.placesTaken })}
      form={form}
      mutation={move}
      submitLabel={text("move.submit")}
      onDone={({ participants }) => toast({ title: text("move.done", { participants }) })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}-date`}>{text("fields.date")}</Label>
          <DateInput
            id={`${id}-date`}
            value={wall.date}
            onChange={(event) => choose({ date: event.target.value })}
            aria-invalid={form.formState.errors.newStartsAt ? true : undefined}
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}-time`}>{text("fields.time")}</Label>
          <Input
            id={`${id}-time`}
            type="time"
            value={wall.time}
            onChange={(event) => choose({ time: event.target.value })}
            aria-invalid={form.formState.errors.newStartsAt ? true : undefined}
          />
        </div>
      </div>
      {typeof meant === "string" && <Note tone="danger">{errors(`reasons.${meant}`)}</Note>}
      <TellingFields hint={text("move.notifyHint")} />
      <DespiteClosures />
    </FormDialog>
  );
}
