import type { DepositView } from "@/server/appointments/deposits/schema";
import { oneFullStop } from "../../shared/one-full-stop";
import type { Text } from "../../shared/use-text";

interface Words {
  text: Text;
  money: (cents: number) => string;
  day: (at: Date) => string;
}

/** How a deposit stands, in sentences: what came in, what was kept, what goes back and what does not. */
export function depositLines(deposit: DepositView, { text, money, day }: Words): string[] {
  const { dueCents, paidCents, openCents, paidAt, keptCents } = deposit;
  const { refundableCents, withheldCents, returnedAt, returnedCents } = deposit;
  const isReturned = Boolean(returnedCents);
  const isWhole = paidAt !== null && paidCents >= dueCents;
  const [due, paid] = [money(dueCents), money(paidCents)];
  const lines: (string | false)[] = [
    paidCents === 0 && text("deposit.asked", { due }),
    paidCents > 0 && isWhole && text("deposit.paid", { paid, day: day(paidAt) }),
    paidCents > 0 &&
      !isWhole &&
      !isReturned &&
      text("deposit.partly", { paid, due, rest: money(dueCents - paidCents) }),
    paidCents > 0 && !isWhole && isReturned && text("deposit.received", { paid }),
    keptCents > 0 && text("deposit.kept", { amount: money(keptCents) }),
    isReturned &&
      returnedAt !== null &&
      text("deposit.returned", { amount: money(returnedCents ?? 0), day: day(returnedAt) }),
    isReturned && openCents > 0 && text("deposit.missing", { due, rest: money(openCents) }),
    refundableCents > 0 && text("deposit.refundable", { amount: money(refundableCents) }),
    withheldCents > 0 && text("deposit.withheld", { amount: money(withheldCents) }),
  ];
  return lines.filter((line) => line !== false).map(oneFullStop);
}
