import { NotFoundMessage } from "@/components/shared/not-found-message";

/** Inside the frame, which is the page's main part already. */
export default function NotFound() {
  return (
    <div className="flex min-h-[70dvh] items-center justify-center">
      <NotFoundMessage />
    </div>
  );
}
