// Asking the laptop. Nothing here is tried twice: that is the outbox's part.

export class Gone extends Error {} // the session has ended, or this device is out
export class Away extends Error {} // the laptop can't be reached now

const SECONDS = 10;

export const token = {
  get: () => sessionStorage.getItem("token"),
  set: (value) => sessionStorage.setItem("token", value),
};

// `stop`: an AbortController of whoever asks. A connection of which nothing is heard in time is let go of by it.
export async function ask(method, path, body, { accept = "application/json", seconds = SECONDS, raw = false, stop = new AbortController() } = {}) {
  const asking = token.get();
  const headers = { Accept: accept };
  if (asking) headers.Authorization = `Bearer ${asking}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const timer = setTimeout(() => stop.abort(), seconds * 1000);
  try {
    const answer = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: stop.signal,
    });
    if (answer.status === 401 && asking) throw new Gone();
    if (raw) return answer;
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  } catch (error) {
    if (error instanceof Gone) throw error;
    throw new Away();
  } finally {
    clearTimeout(timer);
  }
}
