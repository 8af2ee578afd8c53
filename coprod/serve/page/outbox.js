// What is on its way: kept until the laptop has it, sent again in order, under an id that lets nothing be kept twice.

import { Away, Gone, ask } from "./api.js";

const KEY = "outbox";
const LONGEST = 15_000;
const BACK = "/take-back";
const LATER = new Set([408, 429, 500, 502, 503, 504]);

export class Outbox {
  // `delivered(item)`, `refused(item, body)`, `changed()`, `gone()`: what came of it.
  constructor(told) {
    this.told = told;
    this.items = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    this.wait = 500;
    this.running = false;
    this.away = false;
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
    return new Set(this.items.filter(({ path }) => path.endsWith(BACK)).map(({ path }) => path.split("/")[3]));
  }

  hurry() {
    clearTimeout(this.timer);
    this.wait = 500;
    if (!this.running) this.run();
  }

  async run() {
    this.running = true;
    while (this.items.length) {
      const item = this.items[0];
      if (!item.sent) {
        item.sent = true; // from here on it may be there, whatever is heard of it, and after a reload, too
        this.keep();
      }
      let answer;
      try {
        answer = await ask("POST", item.path, item.body);
      } catch (error) {
        if (error instanceof Gone) return this.told.gone();
        if (!(error instanceof Away)) throw error;
      }
      if (!answer || LATER.has(answer.status)) return this.later(!answer);
      this.away = false;
      this.items.shift();
      this.keep();
      if (answer.status < 300) this.told.delivered(item);
      else this.told.refused(item, answer.body ?? {});
    }
    this.running = false;
  }

  later(away) {
    this.running = false;
    this.away = away;
    this.told.changed();
    if (!this.items.length) return; // forgotten meanwhile
    this.timer = setTimeout(() => this.run(), this.wait);
    this.wait = Math.min(LONGEST, this.wait * 2);
  }

  keep() {
    sessionStorage.setItem(KEY, JSON.stringify(this.items));
    this.told.changed();
  }

  forget() {
    clearTimeout(this.timer);
    this.items = [];
    sessionStorage.removeItem(KEY);
  }
}
