import { Card, CardContent } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";

export function StepsSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      {["key", "team", "people", "services", "webhook"].map((key) => (
        <Card key={key}>
          <CardContent>
            <Skeleton className="h-20" />
          </CardContent>
        </Card>
      ))}
    </div>
  );
}
