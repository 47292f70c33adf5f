import { type ComponentProps, type ReactNode, Suspense } from "react";
import { Prefetched } from "@/server/api/rsc";

interface StreamedProps extends ComponentProps<typeof Prefetched> {
  skeleton: ReactNode;
}

/** A part of a page that waits for nobody else: its skeleton at once, itself when its queries have answered. */
export function Streamed({ skeleton, queries, children }: StreamedProps) {
  return (
    <Suspense fallback={skeleton}>
      <Prefetched queries={queries}>{children}</Prefetched>
    </Suspense>
  );
}
