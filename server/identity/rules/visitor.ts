/** Who knocks, before anybody is known. */
export interface Visitor {
  requestId?: string;
  ip?: string | undefined;
  userAgent?: string | undefined;
  /** The cookie by which a browser is known again. */
  device?: string | undefined;
  now?: Date;
}
