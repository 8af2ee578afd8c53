// Asking the laptop. Nothing here is tried twice: that is the outbox's part.

export class Gone extends Error {} // the session has ended, or this device is out
export class Away extends Error {} // the laptop can't be reached now

const SECONDS = 10;

export const token = {
  get: () => sessionStorage.getItem("token"),
  set: (value) => sessionStorage.setItem("token", value),
};

export async function ask(method, path, body, options = {}) {
  const headers = { Accept: options.accept ?? "application/json" };
  if (token.get()) headers.Authorization = `Bearer ${token.get()}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: options.signal ?? AbortSignal.timeout((options.seconds ?? SECONDS) * 1000),
    });
    if (answer.status === 401 && token.get()) throw new Gone();
    if (options.raw) return answer;
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  } catch (error) {
    if (error instanceof Gone) throw error;
    throw new Away();
  }
}
