"use client";

import { Note } from "../../shared/note";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";

/** A step that has nothing to work on yet, and where that is made. */
export function NothingToMap({ step, href }: { step: "people" | "services"; href: string }) {
  const text = useText("calcom-connection");
  return (
    <Note tone="info">
      {text(`${step}.empty`)}{" "}
      <PageLink href={href} className="font-medium underline underline-offset-4">
        {text(`${step}.emptyAction`)}
      </PageLink>
    </Note>
  );
}
