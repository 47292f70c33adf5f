"use client";

import type { ReactNode } from "react";
import { useText } from "../../shared/use-text";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

/** The conversation on the left, what came of it on the right. */
export function StepsAndOutcome({ steps, outcome }: { steps: ReactNode; outcome: ReactNode }) {
  const text = useText("simulator");
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
      <Card>
        <CardHeader>
          <CardTitle>{text("conversation")}</CardTitle>
        </CardHeader>
        <CardContent>{steps}</CardContent>
      </Card>
      <Card>
        <CardContent>{outcome}</CardContent>
      </Card>
    </div>
  );
}
