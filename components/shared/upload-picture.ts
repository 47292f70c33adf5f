interface SendingPicture {
  address: string;
  file: File;
}

/** Sends the picture as it is. A refusal is thrown in the shape in which procedures refuse, so that it reads the same. */
export async function uploadPicture({ address, file }: SendingPicture): Promise<void> {
  const response = await fetch(address, { method: "POST", body: file });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  throw Object.assign(new Error("the picture was refused"), { data: (body as { error?: unknown } | null)?.error });
}
