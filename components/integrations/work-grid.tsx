"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTRPC } from "../providers/trpc-provider";
import { EmptyState } from "../shared/empty-state";
import { useText } from "../shared/use-text";
import { Card } from "../ui/card";
import { WorkCard } from "./work-card";

/** What waits and what failed, one card for each kind. */
export function WorkGrid() {
  const text = useText("work");
  const { data } = useSuspenseQuery(useTRPC().operations.listWork.queryOptions());
  const isDone = data.every(({ waiting, failed }) => waiting === 0 && failed === 0);
  return (
    <div className="flex flex-col gap-5">
      {isDone && (
        <Card>
          <EmptyState icon={CircleCheck} title={text("empty.title")}>
            {text("empty.hint")}
          </EmptyState>
        </Card>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        {data.map((work) => (
          <WorkCard key={work.kind} work={work} />
        ))}
      </div>
    </div>
  );
}
