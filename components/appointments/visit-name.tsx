import type { AppointmentView } from "@/server/appointments/schema";
import { useText } from "../shared/use-text";

/** More than that is told by the first one and a number where there is one line only. */
const MOST_NAMED = 2;

/** What a visit consists of, for a line in a list; a screen reader hears all of it. */
export function VisitName({ services, serviceName }: Pick<AppointmentView, "services" | "serviceName">) {
  const text = useText("appointments");
  const [first, ...further] = services;
  if (!first || services.length <= MOST_NAMED) return serviceName;
  return (
    <span title={serviceName}>
      <span aria-hidden="true">{text("visit.more", { first: first.name, count: further.length })}</span>
      <span className="sr-only">{serviceName}</span>
    </span>
  );
}
