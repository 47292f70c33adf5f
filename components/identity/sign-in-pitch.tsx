import { CalendarCheck, Phone } from "lucide-react";
import { useText } from "../shared/use-text";

/** What the product does, in one glance: a call on the left becomes an appointment on the right. */
export function SignInPitch() {
  const text = useText("identity");
  return (
    <aside className="pitch relative flex h-full flex-col justify-center overflow-hidden px-12 py-16 text-white xl:px-20">
      <div className="relative flex max-w-lg flex-col gap-10">
        <figure aria-label={text("signIn.pitch.scene.label")} className="flex flex-col gap-3">
          <Bubble>{text("signIn.pitch.scene.caller")}</Bubble>
          <Bubble isAgent>{text("signIn.pitch.scene.agent")}</Bubble>
          <div className="mt-1 flex w-fit items-center gap-3 rounded-lg bg-white py-3 pr-6 pl-3 text-[oklch(0.225_0.012_210)] shadow-float">
            <span className="flex size-9 items-center justify-center rounded-md bg-[oklch(0.955_0.022_200)] text-[oklch(0.46_0.09_200)]">
              <CalendarCheck aria-hidden="true" className="size-5" />
            </span>
            <span>
              <span className="block font-semibold">{text("signIn.pitch.scene.booked")}</span>
              <span className="block text-[oklch(0.475_0.013_210)] tabular-nums">
                {text("signIn.pitch.scene.when")}
              </span>
            </span>
          </div>
        </figure>
        <div className="flex flex-col gap-3">
          <p className="text-balance font-semibold text-2xl tracking-tight">{text("signIn.pitch.title")}</p>
          <p className="max-w-md text-lg text-white/80">{text("signIn.pitch.lead")}</p>
        </div>
      </div>
    </aside>
  );
}

function Bubble({ isAgent, children }: { isAgent?: boolean; children: string }) {
  return (
    <p
      className={
        isAgent
          ? "ml-10 flex w-fit items-start gap-3 rounded-lg rounded-br-sm bg-white/20 px-4 py-3 text-lg"
          : "mr-10 flex w-fit items-start gap-3 rounded-lg rounded-bl-sm bg-white/10 px-4 py-3 text-lg"
      }
    >
      {!isAgent && <Phone aria-hidden="true" className="mt-1 size-4 shrink-0 text-white/70" />}
      {children}
    </p>
  );
}
