/** Without letters and digits that look alike; 24 of them are 120 bits, too many to guess. */
export const RECOVERY_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
export const RECOVERY_LENGTH = 24;
export const RECOVERY_CODES = 10;

/** The six digits of an authenticator app, however they are spaced. */
export function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code.replace(/\s/g, ""));
}

/** As it is written down: `abcdef-ghijkm-npqrst-uvwxyz`. */
export function writtenRecoveryCode(plain: string): string {
  return plain.match(/.{1,6}/g)?.join("-") ?? plain;
}

/** As it is stored, from whatever somebody typed; null for what can't be one. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, "");
  const isOne = plain.length === RECOVERY_LENGTH && [...plain].every((letter) => RECOVERY_ALPHABET.includes(letter));
  return isOne ? plain : null;
}
