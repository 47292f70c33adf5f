"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { cn } from "../ui/cn";
import { ErrorState } from "./error-state";

interface WidgetProps<Data> {
  title: string;
  query: UseQueryResult<Data, unknown>;
  /** As large as what comes, so that nothing jumps. */
  skeleton: ReactNode;
  /** On the right of the title: a link, or what is going on. */
  action?: ReactNode;
  className?: string;
  children: (data: Data) => ReactNode;
}

/** A card with a query of its own: it loads, fails and is tried again without its neighbours. */
export function Widget<Data>({ title, query, skeleton, action, className, children }: WidgetProps<Data>) {
  const { data, error, isPlaceholderData, refetch } = query;
  return (
    <Card className={className}>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {action}
      </CardHeader>
      {data !== undefined ? (
        <div
          aria-busy={isPlaceholderData || undefined}
          className={cn("flex min-h-0 flex-1 flex-col", isPlaceholderData && "opacity-60")}
        >
          {children(data)}
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className="flex flex-1 flex-col">
          {skeleton}
        </div>
      )}
    </Card>
  );
}

/** Rows of a list in a widget. */
export function WidgetRowsSkeleton({ rows, rowClass }: { rows: number; rowClass: string }) {
  return (
    <ul aria-hidden="true" className="divide-y">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <li key={row} className={cn("flex items-center gap-3 px-4", rowClass)}>
          <span className="size-8 shrink-0 animate-pulse rounded-full bg-neutral-4" />
          <span className="flex flex-1 flex-col gap-1.5">
            <span className="h-3.5 w-2/5 animate-pulse rounded-md bg-neutral-4" />
            <span className="h-3.5 w-3/5 animate-pulse rounded-md bg-neutral-4" />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a widget says when it has nothing to show; the page's own empty state would be too loud here. */
export function WidgetNote({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 px-6 py-10 text-center text-balance text-muted-foreground">
      {children}
    </div>
  );
}
