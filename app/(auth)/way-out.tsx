import { getText } from "@/components/shared/get-text";
import { Button } from "@/components/ui/button";
import { signOutAction, switchCompanyAction } from "../(portal)/actions";

interface WayOutProps {
  /** Other businesses that this person works for. */
  others?: { companyId: string; companyName: string }[];
  /** There is something to do first: looking again would lead back here. */
  isWaiting?: boolean;
}

/** What somebody can still do who may not enter: look again, go to another business, or leave. */
export async function WayOut({ others = [], isWaiting }: WayOutProps) {
  const text = await getText("sign-in");
  return (
    <div className="flex flex-col gap-2">
      {others.map(({ companyId, companyName }) => (
        <form key={companyId} action={switchCompanyAction.bind(null, companyId)}>
          <Button type="submit" className="h-11 w-full">
            {text("wayOut.switch", { company: companyName })}
          </Button>
        </form>
      ))}
      {!isWaiting && (
        <Button asChild variant="primary" className="h-11 w-full">
          <a href="/">{text("wayOut.again")}</a>
        </Button>
      )}
      <form action={signOutAction}>
        <Button type="submit" variant="ghost" className="h-11 w-full">
          {text("wayOut.signOut")}
        </Button>
      </form>
    </div>
  );
}
