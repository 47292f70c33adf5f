import { Card, CardContent, CardHeader } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

/** A card of the security page whose facts are on their way. */
export function SecuritySkeleton() {
  return (
    <Card aria-hidden="true">
      <CardHeader>
        <Skeleton className="h-5 w-40" />
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <Skeleton className="h-4 w-full max-w-md" />
        <Skeleton className="h-9 w-32" />
      </CardContent>
    </Card>
  );
}
