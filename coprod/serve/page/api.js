// Asking the laptop. Nothing here is tried twice: that is the outbox's part.

// This device is out. `sharing`: what goes on without it, or "" where it is over.
export class Gone extends Error {
  constructor(sharing) {
    super();
    this.sharing = sharing;
  }
}
export class Away extends Error {} // the laptop can't be reached now

const SECONDS = 10;

const kept = (key) => ({
  get: () => sessionStorage.getItem(key),
  set: (value) => sessionStorage.setItem(key, value),
  drop: () => sessionStorage.removeItem(key),
});

// By what this device is known; and which sharing its words are of, and as what it came in, which outlast the token.
export const [token, sharing, role] = ["token", "sharing", "role"].map(kept);

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
    if (answer.status === 401 && asking && asking !== token.get()) throw new Away(); // it has another one meanwhile
    if (answer.status === 401 && asking) throw new Gone((await answer.json()).sharing);
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
