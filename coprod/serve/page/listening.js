// Hearing that something is different: by a stream, and by asking again and again where no stream comes through.

import { Away, Gone, ask } from "./api.js";

const QUIET = 40_000; // a stream that says nothing for so long is dead: it would have said that it is there
const LONGEST = 15_000;
const FRESH = 20_000; // what was heard so lately is still there

export class Listening {
  // `look()`: fetch what is shown; `end()`: it is over; `away(now)`: whether the laptop can be heard.
  constructor(told) {
    this.told = told;
    this.version = 0;
    this.failed = 0; // streams in a row that brought nothing
    this.wait = 500;
    this.stopped = false;
    this.stop = new AbortController();
    this.last = 0; // when anything was heard
  }

  async run() {
    while (!this.stopped) {
      this.stop = new AbortController();
      try {
        if (this.failed < 2) await this.stream();
        else await this.poll();
      } catch (error) {
        if (error instanceof Gone) return this.stopped || this.told.end();
        if (!(error instanceof Away)) throw error;
        await this.lost();
      }
    }
  }

  // A phone that slept does not know that its stream is dead.
  wake() {
    if (Date.now() - this.last < FRESH) return;
    this.wait = 500;
    this.stop.abort();
    this.again?.();
  }

  async lost() {
    if (this.stopped) return;
    this.failed += 1;
    this.sure = false;
    this.last = 0;
    this.told.away(true);
    await new Promise((go) => {
      this.again = go;
      setTimeout(go, this.wait);
    });
    this.wait = Math.min(LONGEST, this.wait * 2);
  }

  reached() {
    this.last = Date.now();
    this.wait = 500;
    this.told.away(false);
  }

  async stream() {
    const { stop } = this;
    const answer = await ask("GET", "/api/events", undefined, { accept: "text/event-stream", raw: true, stop });
    if (answer.status !== 200) throw new Away();
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
        this.reached();
        const events = (rest + value).split("\n\n");
        rest = events.pop();
        for (const event of events) await this.heard(event);
      }
    } finally {
      stop.abort();
    }
    if (heard) this.failed = -1; // this end does not count
    throw new Away();
  }

  async heard(event) {
    if (/^event: end$/m.test(event)) {
      this.stopped = true;
      this.told.end();
    } else if (/^event: view$/m.test(event)) {
      await this.told.look();
    } else {
      await ask("POST", "/api/here", {}); // the laptop says that it is there: so does the page
    }
  }

  async poll() {
    const wait = this.sure ? 20 : 0; // at first it is only to be known whether anybody hears
    const { status, body } = await ask("GET", `/api/events?after=${this.version}&wait=${wait}`, undefined, { seconds: 30, stop: this.stop });
    if (status !== 200) throw new Away();
    this.sure = true;
    this.reached();
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
    this.stop.abort();
  }
}
