// Hearing that something is different: by a stream, and by asking again and again where no stream comes through.

import { Away, Gone, ask } from "./api.js";

const QUIET = 40_000; // a stream that says nothing for so long is dead: it would have said that it is there
const LONGEST = 15_000;

export class Listening {
  // `look()`: fetch what is shown; `end()`: it is over; `away(now)`: whether the laptop can be heard.
  constructor(told) {
    this.told = told;
    this.version = 0;
    this.failed = 0; // streams in a row that brought nothing
    this.wait = 500;
    this.stopped = false;
  }

  async run() {
    while (!this.stopped) {
      try {
        if (this.failed < 2) await this.stream();
        else await this.poll();
        this.wait = 500;
      } catch (error) {
        if (error instanceof Gone) return this.stopped || this.told.end();
        if (!(error instanceof Away)) throw error;
        this.failed += 1;
        this.sure = false;
        this.told.away(true);
        await new Promise((go) => setTimeout(go, this.wait));
        this.wait = Math.min(LONGEST, this.wait * 2);
      }
    }
  }

  async stream() {
    const stop = new AbortController();
    this.stop = stop;
    const answer = await ask("GET", "/api/events", undefined, { accept: "text/event-stream", raw: true, signal: stop.signal });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    let heard = false;
    try {
      for (;;) {
        const timer = setTimeout(() => stop.abort(), QUIET);
        const { value, done } = await reader.read().catch(() => ({ done: true }));
        clearTimeout(timer);
        if (done) break;
        heard = true;
        this.told.away(false);
        const events = (rest + value).split("\n\n");
        rest = events.pop();
        for (const event of events) await this.heard(event);
      }
    } finally {
      stop.abort();
    }
    if (heard) this.failed = -1; // this end does not count
    if (!this.stopped) throw new Away();
  }

  async heard(event) {
    if (/^event: end$/m.test(event)) {
      this.stopped = true;
      this.told.end();
    } else if (/^event: view$/m.test(event)) {
      await this.told.look();
    }
  }

  async poll() {
    const wait = this.sure ? 20 : 0; // at first it is only to be known whether anybody hears
    const { body } = await ask("GET", `/api/events?after=${this.version}&wait=${wait}`, undefined, { seconds: 30 });
    this.sure = true;
    this.told.away(false);
    if (body.end) {
      this.stopped = true;
      this.told.end();
    } else if (body.version !== this.version) {
      this.version = body.version;
      await this.told.look();
    }
  }

  end() {
    this.stopped = true;
    this.stop?.abort();
  }
}
