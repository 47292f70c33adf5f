"use client";

import { lazy, useState } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCompany } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { depositLines } from "./deposit-lines";
import { type DepositStep, depositSteps } from "./deposit-steps";
import { Section } from "./section";

const RecordDepositDialog = lazy(() =>
  import("./record-deposit-dialog").then((file) => ({ default: file.RecordDepositDialog })),
);

/** What was asked for beforehand and how it stands; nothing where none was. */
export function Deposit({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const { permissions } = useCompany();
  const [step, setStep] = useState<DepositStep | null>(null);
  const { deposit, currency } = appointment;
  if (!deposit) return null;
  const lines = depositLines(deposit, {
    text,
    money: (cents) => formatters.money(cents, currency),
    day: (at) => formatters.day(at),
  });
  const steps = depositSteps(deposit, { permissions });
  return (
    <Section title={text("deposit.title")}>
      <p>{lines.join(" ")}</p>
      {steps.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {steps.map((one) => (
            <Button key={one} size="sm" onClick={() => setStep(one)}>
              {text(`deposit.steps.${one}.action`)}
            </Button>
          ))}
        </div>
      )}
      <DialogSlot isOpen={step !== null} onClose={() => setStep(null)}>
        {step && <RecordDepositDialog appointment={appointment} deposit={deposit} step={step} />}
      </DialogSlot>
    </Section>
  );
}
