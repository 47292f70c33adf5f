import { TodaySkeleton } from "@/components/appointments/today/today-skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";

export default async function Loading() {
  const text = await getText("appointments");
  return (
    <>
      <PageHeader title={text("today.title")} />
      <TodaySkeleton />
    </>
  );
}
