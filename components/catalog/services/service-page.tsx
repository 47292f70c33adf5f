"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { BackLink } from "../../shared/back-link";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { ServiceHead } from "./service-head";
import { ServiceSkeleton } from "./service-skeleton";
import { ServiceTabs } from "./service-tabs";

/** A service on a page of its own, with what others have to say about it below its name. */
export function ServicePage({ serviceId, notice }: { serviceId: string; notice?: ReactNode }) {
  const text = useText("catalog");
  const service = useQuery(useTRPC().services.get.queryOptions({ serviceId }));
  return (
    <>
      <BackLink href="/services">{text("back")}</BackLink>
      {service.data ? (
        <>
          <ServiceHead service={service.data} />
          {notice}
          <ServiceTabs service={service.data} />
        </>
      ) : service.error ? (
        <Card>
          <ErrorState error={service.error} onRetry={() => void service.refetch()} />
        </Card>
      ) : (
        <ServiceSkeleton />
      )}
    </>
  );
}
