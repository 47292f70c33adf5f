import type { Metadata } from "next";
import { PictureCard } from "@/components/identity/profile/picture-card";
import { ProfileForm } from "@/components/identity/profile/profile-form";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { OwnProfileCard } from "@/components/staff/own-profile-card";
import { trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("profile"))("title") };
}

export default async function ProfilePage() {
  const text = await getText("profile");
  return (
    <Messages names={["profile", "staff"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="flex max-w-3xl flex-col gap-5">
        <Streamed
          queries={[trpc.profile.get.queryOptions(), trpc.staff.findOwn.queryOptions()]}
          skeleton={<SecuritySkeleton />}
        >
          <PictureCard />
          <ProfileForm />
          <OwnProfileCard />
        </Streamed>
      </div>
    </Messages>
  );
}
