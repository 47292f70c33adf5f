import { Card, CardHeader } from "../ui/card";
import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";

/** A card that is on its way; the class gives it the size that it will have. */
export function WidgetSkeleton({ className }: { className?: string }) {
  return (
    <Card aria-busy="true" className={cn(className)}>
      <CardHeader>
        <Skeleton className="h-4.5 w-36" />
      </CardHeader>
      <div className="flex flex-col gap-4 p-4">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
      </div>
    </Card>
  );
}
