"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { Skeleton } from "../../ui/skeleton";
import { StepCard } from "../connection/step-card";
import { PeopleStep } from "./people-step";
import { ServicesStep } from "./services-step";

/** Who is who and what is what: both are read at Cal.com, so they come after the rest of the page. */
export function MappingSteps() {
  const review = useQuery(useTRPC().calcomMapping.get.queryOptions());
  if (review.data) {
    return (
      <>
        <PeopleStep review={review.data} />
        <ServicesStep review={review.data} />
      </>
    );
  }
  return (
    <StepCard step="people" number={3} state="next">
      {review.isError ? (
        <ErrorState error={review.error} onRetry={() => review.refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </StepCard>
  );
}
