import { Card, CardContent } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

export function ConnectionSkeleton() {
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      {["first", "second", "third", "fourth"].map((key) => (
        <Card key={key}>
          <CardContent>
            <Skeleton className="h-44" />
          </CardContent>
        </Card>
      ))}
    </div>
  );
}
