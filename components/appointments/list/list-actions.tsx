"use client";

import { FileUp, History } from "lucide-react";
import { useCan } from "../../providers/company-provider";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { NewAppointmentButton } from "../new-appointment-button";

/** The list's neighbours, and a new appointment. */
export function ListActions() {
  const text = useText("appointments");
  const canImport = useCan("import_appointments");
  return (
    <>
      <Button variant="ghost" asChild>
        <PageLink href="/appointments/modifications">
          <History />
          {text("links.modifications")}
        </PageLink>
      </Button>
      {canImport && (
        <Button variant="ghost" asChild>
          <PageLink href="/appointments/import">
            <FileUp />
            {text("links.import")}
          </PageLink>
        </Button>
      )}
      <NewAppointmentButton />
    </>
  );
}
