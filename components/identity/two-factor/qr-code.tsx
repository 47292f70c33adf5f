import type { Enrolment } from "@/server/identity/two-factor/schema";

/** Dark on white in every theme: cameras want it so. */
export function QrCode({ enrolment: { size, path }, label }: { enrolment: Enrolment; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 self-center rounded-md border bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
