import type { ReactNode } from "react";

/** A part of an appointment's page, under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5 border-t py-4 first:border-t-0 first:pt-0 last:pb-0">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
