"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const ImpersonationBanner = lazy(() =>
  import("./impersonation-banner").then((file) => ({ default: file.ImpersonationBanner })),
);

/** The banner, for those few who need its code. */
export function ImpersonationSlot(props: ComponentProps<typeof ImpersonationBanner>) {
  return (
    <Suspense fallback={null}>
      <ImpersonationBanner {...props} />
    </Suspense>
  );
}
