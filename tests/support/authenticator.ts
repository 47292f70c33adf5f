import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { CreatedPasskey, UsedPasskey } from "@/server/identity/passkeys/schema";

const [PRESENT, VERIFIED, HAS_KEY] = [0x01, 0x04, 0x40];
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 0xff]), value]);

export interface Circumstances {
  challenge: string;
  origin?: string;
  rpId?: string;
  /** False: the device did not check who holds it. */
  isVerified?: boolean;
  counter?: number;
}

/** A security key in software: makes one key of elliptic curve P-256 and signs with it, as the standard says. */
export function createAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  const credentialId = id.toString("base64url");
  let uses = 0;

  const clientData = (type: string, { challenge, origin = "http://localhost:3000" }: Circumstances) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const head = (flags: number, { rpId = "localhost", isVerified = true, counter }: Circumstances) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? ++uses);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | PRESENT | (isVerified ? VERIFIED : 0)]), count]);
  };
  /** A COSE key: kty EC2, alg ES256, crv P-256, x, y. */
  const coseKey = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const frame = { id: credentialId, rawId: credentialId, type: "public-key", clientExtensionResults: {} } as const;

  return {
    credentialId,
    create(asked: Circumstances): CreatedPasskey {
      const length = Buffer.from([0, id.length]);
      const data = Buffer.concat([head(HAS_KEY, asked), Buffer.alloc(16), length, id, coseKey]);
      const none = [text("fmt"), text("none"), text("attStmt"), Buffer.from([0xa0])];
      const attestation = Buffer.concat([Buffer.from([0xa3]), ...none, text("authData"), bytes(data)]);
      const clientDataJSON = clientData("webauthn.create", asked).toString("base64url");
      const response = { clientDataJSON, attestationObject: attestation.toString("base64url") };
      return { ...frame, response: { ...response, transports: ["internal"] } };
    },
    use(asked: Circumstances): UsedPasskey {
      const [data, client] = [head(0, asked), clientData("webauthn.get", asked)];
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey).toString("base64url");
      const authenticatorData = data.toString("base64url");
      return { ...frame, response: { clientDataJSON: client.toString("base64url"), authenticatorData, signature } };
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;
