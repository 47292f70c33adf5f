import { encode } from "uqr";
import { AppError } from "@/server/core/errors";
import type { AccountContext } from "../../rules/account";
import { enrolmentUri, newSecret } from "../adapters/otpauth";
import { storePendingSecret } from "../repository";
import type { Enrolment } from "../schema";
import { sealSecret } from "./totp-secret";

/** A fresh secret for an authenticator app; it counts for nothing until the first code has proved that the app has it. */
export async function beginEnrolment({ userId, session }: AccountContext): Promise<Enrolment> {
  const secret = newSecret();
  if (!(await storePendingSecret(userId, sealSecret(userId, secret))))
    throw new AppError({ code: "INVALID_TRANSITION", reason: "two_factor_is_on" });
  const uri = enrolmentUri(secret, session.user.email);
  const { size, data } = encode(uri, { ecc: "M", border: 2 });
  return { secret, uri, size, path: pathOf(data) };
}

/** The dark modules, a run of them in one stroke. */
function pathOf(rows: boolean[][]): string {
  const runs = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${length}v1h-${length}z`];
    }),
  );
  return runs.join("");
}
