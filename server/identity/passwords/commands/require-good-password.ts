import { AppError } from "@/server/core/errors";
import { isBreached } from "../adapters/pwned-passwords";
import { MIN_PASSWORD_SCORE, scorePassword } from "../rules/strength";
import { MIN_PASSWORD_LENGTH } from "../schema";

/**
 * Throws unless the password may protect an account: long enough, hard to guess for somebody who knows these things about
 * the person, and in no published collection of stolen ones.
 */
export async function requireGoodPassword(password: string, about: readonly string[]): Promise<void> {
  if (password.length < MIN_PASSWORD_LENGTH) throw refused("password_too_short");
  if (scorePassword(password, about) < MIN_PASSWORD_SCORE) throw refused("password_too_weak");
  if (await isBreached(password)) throw refused("password_breached");
}

function refused(reason: string): AppError {
  return new AppError({ code: "VALIDATION_ERROR", reason });
}
