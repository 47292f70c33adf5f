"use client";

import type { HoursView } from "@/server/availability/hours/schema";
import { useCompany } from "../../providers/company-provider";
import { PageHeader } from "../../shared/page-header";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { editorPath, ownerKey } from "./week-owner";

/** Whose week it is; from a person, the way to what differs in one branch. */
export function EditorHeader({ hours, others }: { hours: HoursView; others: readonly HoursView[] }) {
  const text = useText("working-hours");
  const { branches } = useCompany();
  const nameOf = (id: string | null) => branches.find((branch) => branch.id === id)?.name ?? "";
  const places = others.filter(({ staffId }) => hours.staffId !== null && staffId === hours.staffId);
  return (
    <>
      <PageHeader title={hours.name} description={text(hours.staffId ? "editor.staffLead" : "editor.branchLead")} />
      {places.length > 1 && (
        <nav aria-label={text("editor.places")} className="flex flex-wrap gap-2 pb-4">
          {places.map((place) => (
            <Button
              key={ownerKey(place)}
              asChild
              size="sm"
              variant={ownerKey(place) === ownerKey(hours) ? "primary" : "secondary"}
            >
              <PageLink
                href={editorPath(place)}
                aria-current={ownerKey(place) === ownerKey(hours) ? "page" : undefined}
              >
                {place.branchId ? text("editor.onlyIn", { branch: nameOf(place.branchId) }) : text("editor.everywhere")}
              </PageLink>
            </Button>
          ))}
        </nav>
      )}
    </>
  );
}
