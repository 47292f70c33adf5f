import type { Metadata } from "next";
import { ActivityCard } from "@/components/analytics/activity-card";
import { ChannelsCard } from "@/components/analytics/channels-card";
import { DashboardHeader } from "@/components/analytics/dashboard-header";
import { FiguresSkeleton } from "@/components/analytics/figure-skeleton";
import { HealthCard } from "@/components/analytics/health-card";
import { KeyFigures } from "@/components/analytics/key-figures";
import { readPeriod } from "@/components/analytics/period";
import { TodayCard } from "@/components/analytics/today-card";
import { TrendCard } from "@/components/analytics/trend-card";
import { ongoingCallsInput, recentCallsInput } from "@/components/calls/inputs";
import { OngoingCallsCard } from "@/components/calls/ongoing-calls-card";
import { RecentCallsCard } from "@/components/calls/recent-calls-card";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { WidgetSkeleton } from "@/components/shared/widget-skeleton";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "./streamed";

interface Props {
  searchParams: Promise<{ period?: string; branch?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("analytics"))("dashboard.title") };
}

/** Each widget streams when its own answer is there; who may not see one does not get it. */
export default async function DashboardPage({ searchParams }: Props) {
  const [{ branches, permissions }, asked] = await Promise.all([requireSession(), searchParams]);
  const branchId = branches.find(({ id }) => id === asked.branch)?.id;
  const period = readPeriod(asked.period);
  const can = (permission: string) => permissions.includes(permission);
  const seesFigures = can("view_appointment_analytics");
  const seesRevenue = seesFigures && can("view_analytics");

  const seesHealth = can("view_integration_health");
  const besideHealth = seesHealth ? "lg:col-span-2" : "lg:col-span-3";

  const { analytics, calls } = trpc;
  const figures = analytics.dashboard.queryOptions({ period, branchId });
  const revenue = analytics.revenue.queryOptions({ period, branchId });
  const today = analytics.today.queryOptions({ branchId });
  const activity = analytics.activity.queryOptions({ branchId });
  const health = analytics.health.queryOptions();
  const ongoing = calls.list.queryOptions(ongoingCallsInput(branchId));
  const recent = calls.list.queryOptions(recentCallsInput(branchId));
  return (
    <Messages names={["analytics", "appointments", "calls"]}>
      <DashboardHeader hasPeriod={seesFigures} />
      <div className="grid gap-3 lg:grid-cols-3 lg:gap-4">
        {seesFigures && (
          <div className="max-lg:-order-2 lg:col-span-3">
            <Streamed
              queries={seesRevenue ? [figures, revenue] : [figures]}
              skeleton={<FiguresSkeleton count={seesRevenue ? 4 : 3} />}
            >
              <KeyFigures />
            </Streamed>
          </div>
        )}
        {can("view_appointments") && (
          <Streamed queries={[today]} skeleton={<WidgetSkeleton className="min-h-110 lg:col-span-2" />}>
            <TodayCard className="min-h-110 lg:col-span-2" />
          </Streamed>
        )}
        <div className="flex flex-col gap-4 max-lg:contents">
          {can("view_calls") && (
            <Streamed queries={[ongoing]} skeleton={<WidgetSkeleton className="min-h-27 max-lg:-order-1" />}>
              <OngoingCallsCard className="max-lg:-order-1" />
            </Streamed>
          )}
          {can("view_appointments") && (
            <Streamed queries={[activity]} skeleton={<WidgetSkeleton className="flex-1" />}>
              <ActivityCard className="flex-1" />
            </Streamed>
          )}
        </div>
        {seesFigures && (
          <>
            <Streamed queries={[figures]} skeleton={<WidgetSkeleton className="min-h-96 lg:col-span-2" />}>
              <TrendCard className="lg:col-span-2" />
            </Streamed>
            <Streamed queries={[figures]} skeleton={<WidgetSkeleton className="min-h-80" />}>
              <ChannelsCard />
            </Streamed>
          </>
        )}
        {can("view_calls") && (
          <Streamed queries={[recent]} skeleton={<WidgetSkeleton className={`min-h-102 ${besideHealth}`} />}>
            <RecentCallsCard className={besideHealth} />
          </Streamed>
        )}
        {seesHealth && (
          <Streamed queries={[health]} skeleton={<WidgetSkeleton />}>
            <HealthCard />
          </Streamed>
        )}
      </div>
    </Messages>
  );
}
