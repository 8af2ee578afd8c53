// The page as a whole: in by the word, on while the session lasts, and empty after it.

import { Away, Gone, ask, sharing, token } from "./api.js";
import { make, put, said } from "./dom.js";
import { Join, whyNot } from "./join.js";
import { Listening } from "./listening.js";
import { Notes, begun } from "./notes.js";
import { Outbox } from "./outbox.js";
import { Participant } from "./participant.js";
import { best, language, languages, learn, say, speak } from "./strings.js";

const [head, main, foot] = ["head", "main", "foot"].map((id) => document.getElementById(id));
const LONGEST = 15_000;
const LONG = 3 * 60_000; // away for so long, it does not come back by itself
const pause = (time) => new Promise((go) => setTimeout(go, time));
const NAMES = { ja: "日本語", en: "English", ko: "한국어" };

class Page {
  status = make("p", { role: "status", class: "state" });
  looks = 0; // asked so far, and the latest that was shown: answers may overtake each other
  shown = 0;
  wait = 500;
  carried = []; // by a participant, when the place was freed: kept here alone

  async begin() {
    this.makeOutbox();
    while (!(this.hello = await this.greet())) await pause(1500);
    learn(this.hello.strings);
    for (const [from, event] of [[window, "online"], [window, "pageshow"], [document, "visibilitychange"]]) from.addEventListener(event, () => this.wake());
    const other = sharing.get() && sharing.get() !== this.hello.sharing;
    if (other && (token.get() || this.keeps)) this.end();
    else if (token.get()) this.enter();
    else this.join();
  }

  makeOutbox() {
    this.outbox = new Outbox({
      delivered: (item) => {
        this.part.delivered(item);
        this.look();
      },
      refused: (item, body) => this.part.refused(item, body),
      changed: () => this.refresh(),
      gone: (error) => this.gone(error),
    });
  }

  // What is told to whoever asks; null where nobody answers.
  greet() {
    return ask("GET", "/api/hello").then(({ status, body }) => (status === 200 ? body : null)).catch(() => null);
  }

  join() {
    this.showFrame("");
    this.joining = new Join(main, this.hello, () => {
      this.arriving = true;
      this.enter();
    }, this.keeps);
    if (this.keeps) this.watch();
  }

  // How many words are on this device and nowhere else.
  get keeps() {
    return this.outbox.items.length + (this.part?.begun ?? [...begun(), ...this.carried]).filter(Boolean).length;
  }

  // Words that wait here without a place: nothing else would tell that it is over.
  async watch() {
    if (this.watching) return;
    this.watching = true;
    while (!token.get() && sharing.get()) {
      const hello = await this.greet();
      if (hello && !token.get() && hello.sharing !== sharing.get()) return this.end();
      await pause(LONGEST);
    }
    this.watching = false;
  }

  enter() {
    this.joining = null;
    this.away = false;
    this.listening = new Listening({
      look: () => this.look(),
      end: () => this.end(),
      gone: (error) => this.gone(error),
      away: (now) => this.heard(now),
    });
    this.listening.run();
    this.look();
  }

  // What waits goes once there is a page that words could be given back to, and not before.
  send() {
    if (this.part) this.outbox.hurry();
  }

  // The network is back, or somebody looks at the page again.
  wake() {
    if (document.visibilityState !== "visible" || !this.listening || this.ended) return;
    this.listening.wake();
    this.send();
  }

  heard(away) {
    if (!away) this.heardAt = Date.now();
    if (this.away === away) return;
    this.away = away;
    clearInterval(this.waiting);
    if (away) this.waiting = setInterval(() => this.refresh(), LONGEST);
    if (!away) this.send();
    this.refresh();
  }

  async look() {
    clearTimeout(this.later);
    this.looks += 1;
    const asked = this.looks;
    try {
      const { status, body } = await ask("GET", "/api/view");
      if (this.ended || asked < this.shown) return;
      if (status !== 200) return this.lookLater(asked);
      this.shown = asked;
      this.wait = 500;
      this.heard(false);
      this.view = body;
      this.listening.version = body.version;
      if (!this.part) this.begun(body);
      this.refresh();
      if (this.outbox.held) this.send();
    } catch (error) {
      if (error instanceof Gone) this.gone(error);
      else if (error instanceof Away) {
        this.heard(true);
        this.lookLater(asked);
      } else throw error;
    }
  }

  // A stream that lives does not say twice that something is different: what failed is asked again, unless it was since.
  lookLater(asked) {
    if (this.ended || asked < this.looks) return;
    this.later = setTimeout(() => this.look(), this.wait);
    this.wait = Math.min(LONGEST, this.wait * 2);
  }

  begun(view) {
    this.part = view.role === "notes" ? new Notes(main, this.outbox, { move: (place) => this.move(place), arriving: this.arriving }) : new Participant(main, this.outbox, this.carried);
    this.carried = [];
    this.refresh();
    this.send();
    if (this.arriving) head.querySelector("h1").focus(); // a screen reader goes on from here
  }

  refresh() {
    if (!this.view || !this.part || this.ended) return;
    this.part.show(this.view);
    const [lang, name] = best(this.view.role === "notes" ? this.view.group : this.view.person);
    const nameless = this.view.role !== "notes" ? "without-name" : this.view.place_over ? "title" : "whole-room";
    this.showFrame(name || say(nameless), name ? lang : language());
  }

  state() {
    const waiting = this.outbox.items.length;
    if (!this.view || this.ended) return null;
    if (this.away || this.outbox.away) return ["waits", this.sayAway(waiting)];
    this.awaySince = null;
    if (this.view.places) return ["waits", say("place-waits")];
    if (this.outbox.held && this.outbox.goingBack.size) return ["waits", say("back-waits")];
    return waiting ? ["waits", say("sending")] : ["arrives", say("arrives")];
  }

  // Not to be waited for in silence for ever: after a while it says since when, and what helps.
  sayAway(n) {
    this.awaySince ??= Date.now();
    if (Date.now() - this.awaySince < LONG) return n ? say("away-waiting", { n }) : say("away");
    const time = new Date(this.heardAt ?? this.awaySince).toTimeString().slice(0, 5);
    return n ? say("away-long-waiting", { time, n }) : say("away-long", { time });
  }

  showFrame(name, lang = "") {
    const state = this.state();
    this.status.className = `state ${state?.[0] ?? ""}`;
    if (this.status.textContent !== (state?.[1] ?? "")) this.status.textContent = state?.[1] ?? "";
    put(head, name ? said("h1", name, lang, { tabindex: "-1" }) : make("span"), this.status);
    put(foot, make("p", {}, say("stays-here")),
      make("p", { class: "speak" }, ...languages().map((one) => make("button", {
        type: "button", class: "link", lang: one, "aria-pressed": String(one === language()), on: { click: () => this.speak(one) },
      }, NAMES[one])),
      name || this.keeps ? make("button", { type: "button", class: "link leave", on: { click: () => this.leave() } }, say("leave")) : null));
  }

  speak(lang) {
    speak(lang);
    if (this.ended) this.sayEnded();
    else if (this.joining) {
      this.showFrame("");
      this.joining.again();
    } else this.refresh();
    foot.querySelector(`[lang="${lang}"]`)?.focus();
  }

  clear() {
    const kept = sessionStorage.getItem("lang");
    sessionStorage.clear();
    if (kept) sessionStorage.setItem("lang", kept);
  }

  // Somebody goes, or hands the device on.
  leave() {
    const waiting = this.part ? this.outbox.items.length : this.keeps;
    if (!confirm(waiting ? say("leave-waiting", { n: waiting }) : say("leave-ask"))) return;
    if (token.get()) ask("POST", "/api/leave", {}).catch(() => {}); // where nobody hears it, the facilitator frees the place
    this.end("left");
  }

  // The place of this page is no more: it takes another, with all that was written.
  async move(place) {
    try {
      const { status, body } = await ask("POST", "/api/place", { place });
      if (this.ended) return;
      if (status === 200) {
        token.set(body.token);
        this.part.arrived();
        await this.look();
        head.querySelector("h1")?.focus(); // what was pressed is not there any more
      } else this.part.error.textContent = whyNot(body);
    } catch (error) {
      if (error instanceof Gone) return this.gone(error);
      if (!(error instanceof Away)) throw error;
      this.heard(true);
    }
    this.look();
  }

  // The token is good for nothing any more: it is over, or the place of this device was freed.
  gone(error) {
    if (this.ended) return;
    if (error.sharing && error.sharing === sharing.get()) this.out();
    else this.end();
  }

  // Another device may take the place. Whoever comes in again by the word finds here what they wrote.
  out() {
    this.ended = { how: "out", n: this.keeps };
    if (this.view?.role === "participant") this.carried = this.part.begun;
    token.drop();
    this.close();
    this.outbox.stop();
    this.sayEnded();
    this.watch();
  }

  async back() {
    this.hello = (await this.greet()) ?? this.hello;
    if (this.ended?.how !== "out") return; // it is over meanwhile
    this.ended = null;
    this.makeOutbox();
    this.join();
  }

  // Over: no word of the meeting stays on this device.
  end(how = "over") {
    if (this.ended && this.ended.how !== "out") return;
    this.ended = { how, n: this.keeps };
    this.outbox.forget();
    this.part?.forget();
    this.carried = [];
    this.close();
    this.clear();
    this.sayEnded();
  }

  close() {
    this.listening?.end();
    clearTimeout(this.later);
    clearInterval(this.waiting);
    this.view = this.part = this.joining = null;
  }

  sayEnded() {
    const { how, n } = this.ended;
    this.showFrame("");
    const why = { over: n ? "over-lost" : "over-why", out: n ? "keeps" : "out-why", left: "left-why" }[how];
    put(main, make("section", { class: "narrow" }, make("h1", { tabindex: "-1" }, say(how)), make("p", {}, say(why, { n })),
      make("button", { type: "button", class: "link", on: { click: () => (how === "out" ? this.back() : location.reload()) } }, say("again"))));
    main.querySelector("h1").focus();
  }
}

new Page().begin();
