"use client";

import type { ResourceDetails } from "@/server/catalog/resources/schema";
import { PageLink } from "../../shared/page-link";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

interface ComingUseProps {
  coming: ResourceDetails["coming"];
  count: number;
}

/** The next appointments that take it, each with a way to it. */
export function ComingUse({ coming, count }: ComingUseProps) {
  const text = useText("resources");
  const format = useFormatters();
  return (
    <section>
      <h3 className="pb-2 font-medium">{text("coming.title", { count })}</h3>
      {count === 0 && <p className="text-muted-foreground">{text("coming.none")}</p>}
      <ul className="flex flex-col gap-1">
        {coming.map(({ appointmentId, startsAt, serviceName }) => {
          const words = `${format.dateTime(startsAt)} · ${serviceName}`;
          return (
            <li key={`${appointmentId}-${startsAt.getTime()}`} className="tabular-nums">
              {appointmentId ? (
                <PageLink
                  href={`/appointments/${appointmentId}`}
                  className="text-primary-text underline underline-offset-2"
                >
                  {words}
                </PageLink>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
      {count > coming.length && (
        <p className="pt-1 text-muted-foreground">{text("coming.more", { count: count - coming.length })}</p>
      )}
    </section>
  );
}
