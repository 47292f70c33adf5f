export interface SendingFile {
  branchId: string;
  file: File;
  /** From 0 to 1; at 1 the server reads it. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends the file as it is, and tells how far it has come. A refusal is thrown in the shape in which procedures refuse. */
export function sendFile({ branchId, file, onProgress, signal }: SendingFile): Promise<{ importId: string }> {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ branchId, fileName: file.name });
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(Object.assign(new Error("the file was not taken"), error ? { data: error } : {}));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = request.response as { importId?: string; error?: unknown } | null;
      if (request.status < 300 && body?.importId) resolve({ importId: body.importId });
      else fail(body?.error);
    };
    request.onerror = () => fail(null);
    request.onabort = () => reject(new DOMException("stopped by the person", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", `/api/imports/appointments?${query}`);
    request.responseType = "json";
    request.send(file);
  });
}
