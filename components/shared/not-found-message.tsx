import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "../ui/button";
import { getText } from "./get-text";
import { StateMessage } from "./state-message";

/** A page that is not there, or not for whoever asks. */
export async function NotFoundMessage() {
  const text = await getText("shared");
  const home = (
    <Button asChild>
      <Link href="/">{text("error.home")}</Link>
    </Button>
  );
  return (
    <StateMessage icon={Compass} title={text("notFound.title")} action={home}>
      {text("notFound.hint")}
    </StateMessage>
  );
}
