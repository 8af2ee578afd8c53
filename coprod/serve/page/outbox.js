// What is on its way: kept until the laptop has it, sent again in order, under an id that lets nothing be kept twice.

import { Away, Gone, ask } from "./api.js";

const KEY = "outbox";
const LONGEST = 15_000;
const BACK = "/take-back";
const LATER = new Set([408, 429, 500, 502, 503, 504]);

export const isBack = ({ path }) => path.endsWith(BACK);
const noteOf = ({ path }) => path.split("/")[3];

// Refused for now alone: while the pen is down nothing is taken out, and a table that is no more has no notes until another
// is chosen. It waits, and holds up nothing behind it.
const notNow = (item, { body }) => body?.error === (isBack(item) ? "off-record" : "unknown-group");

export class Outbox {
  // `delivered(item)`, `refused(item, body)`, `changed()`, `gone(error)`: what came of it.
  constructor(told) {
    this.told = told;
    this.items = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    this.wait = 500;
    this.running = false;
    this.away = false;
    this.taken = [];
  }

  add(path, body) {
    this.items.push({ path, body });
    this.keep();
    this.hurry();
  }

  // Something that was not sent yet is taken back before it is; false where it is too late.
  remove(id) {
    const n = this.items.findIndex((one) => one.body.id === id && !one.sent);
    if (n < 0) return false;
    this.items.splice(n, 1);
    this.keep();
    return true;
  }

  // What was sent is taken back: before it goes, where there is still time, or there.
  takeBack(id) {
    if (!this.remove(id)) this.add(`/api/notes/${id}${BACK}`, {});
  }

  // The ids of what is about to be taken back.
  get goingBack() {
    return new Set(this.items.filter(isBack).map(noteOf));
  }

  // The same, and what was: a view from before may still have it.
  get takenBack() {
    return new Set([...this.goingBack, ...this.taken]);
  }

  // Whether all that waits was refused for now.
  get held() {
    return this.items.length > 0 && this.items.every((one) => one.held);
  }

  hurry() {
    clearTimeout(this.timer);
    this.wait = 500;
    if (!this.running) this.run();
  }

  async run() {
    this.running = true;
    for (const one of this.items) delete one.held;
    for (let item; (item = this.items.find((one) => !one.held)); ) {
      if (!item.sent) {
        item.sent = true; // from here on it may be there, whatever is heard of it, and after a reload, too
        this.keep();
      }
      let answer;
      try {
        answer = await ask("POST", item.path, item.body);
      } catch (error) {
        if (error instanceof Gone) return this.told.gone(error);
        if (!(error instanceof Away)) throw error;
      }
      if (this.stopped) return; // whatever was answered: it is sent once more, or is forgotten
      if (!answer || LATER.has(answer.status)) return this.later(!answer);
      this.away = false;
      if (notNow(item, answer)) {
        item.held = true;
        this.told.changed();
        continue;
      }
      this.items = this.items.filter((one) => one !== item);
      if (isBack(item) && answer.status < 300) this.taken.push(noteOf(item));
      this.keep();
      if (answer.status < 300) this.told.delivered(item);
      else this.told.refused(item, answer.body ?? {});
    }
    if (this.items.length) return this.later(false);
    this.running = false;
  }

  later(away) {
    this.running = false;
    this.away = away;
    this.told.changed();
    this.timer = setTimeout(() => this.run(), this.wait);
    this.wait = Math.min(LONGEST, this.wait * 2);
  }

  keep() {
    sessionStorage.setItem(KEY, JSON.stringify(this.items));
    this.told.changed();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  forget() {
    this.stop();
    this.items = [];
    sessionStorage.removeItem(KEY);
  }
}
