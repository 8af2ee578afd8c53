// The page as a whole: in by the word, on while the session lasts, and empty after it.

import { Away, Gone, ask, token } from "./api.js";
import { make, put, said } from "./dom.js";
import { Join } from "./join.js";
import { Listening } from "./listening.js";
import { Notes } from "./notes.js";
import { Outbox } from "./outbox.js";
import { Participant } from "./participant.js";
import { best, language, languages, learn, say, speak } from "./strings.js";

const [head, main, foot] = ["head", "main", "foot"].map((id) => document.getElementById(id));
const NAMES = { ja: "日本語", en: "English", ko: "한국어" };

class Page {
  status = make("p", { role: "status", class: "state" });
  looks = 0; // asked so far, and the latest that was shown: answers may overtake each other
  shown = 0;

  async begin() {
    for (;;) {
      try {
        this.hello = (await ask("GET", "/api/hello")).body;
        break;
      } catch (error) {
        if (error instanceof Gone) this.clear();
        await new Promise((go) => setTimeout(go, 1500));
      }
    }
    learn(this.hello.strings);
    for (const [from, event] of [[window, "online"], [window, "pageshow"], [document, "visibilitychange"]]) from.addEventListener(event, () => this.wake());
    if (token.get()) this.enter();
    else this.join();
  }

  join() {
    this.showFrame("");
    this.joining = new Join(main, this.hello, () => {
      this.arriving = true;
      this.enter();
    });
  }

  enter() {
    this.joining = null;
    this.away = false;
    this.outbox = new Outbox({
      delivered: (item) => {
        this.part?.delivered(item);
        this.look();
      },
      refused: (item, body) => this.part?.refused(item, body),
      changed: () => this.refresh(),
      gone: () => this.end(),
    });
    this.listening = new Listening({
      look: () => this.look(),
      end: () => this.end(),
      away: (now) => this.heard(now),
    });
    this.listening.run();
    this.outbox.hurry();
    this.look();
  }

  // The network is back, or somebody looks at the page again.
  wake() {
    if (document.visibilityState !== "visible" || !this.listening || this.ended) return;
    this.listening.wake();
    this.outbox.hurry();
  }

  heard(away) {
    if (this.away === away) return;
    this.away = away;
    if (!away) this.outbox.hurry();
    this.refresh();
  }

  async look() {
    this.looks += 1;
    const asked = this.looks;
    try {
      const { status, body } = await ask("GET", "/api/view");
      if (status !== 200 || this.ended || asked < this.shown) return;
      this.shown = asked;
      this.view = body;
      this.listening.version = body.version;
      if (!this.part) this.begun(body);
      this.refresh();
    } catch (error) {
      if (error instanceof Gone) this.end();
      else if (error instanceof Away) this.heard(true);
      else throw error;
    }
  }

  begun(view) {
    this.part = view.role === "notes" ? new Notes(main, this.outbox) : new Participant(main, this.outbox);
    this.refresh();
    if (this.arriving) head.querySelector("h1").focus(); // a screen reader goes on from here
  }

  refresh() {
    if (!this.view || !this.part || this.ended) return;
    this.part.show(this.view);
    const [lang, name] = best(this.view.role === "notes" ? this.view.group : this.view.person);
    this.showFrame(name || say(this.view.role === "notes" ? "whole-room" : "without-name"), name ? lang : language());
  }

  state() {
    const waiting = this.outbox?.items.length ?? 0;
    if (!this.view || this.ended) return null;
    if (this.away || this.outbox.away) return ["waits", waiting ? say("away-waiting", { n: waiting }) : say("away")];
    return waiting ? ["waits", say("sending")] : ["arrives", say("arrives")];
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
      name ? make("button", { type: "button", class: "link leave", on: { click: () => this.leave() } }, say("leave")) : null));
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
    const waiting = this.outbox.items.length;
    if (!confirm(waiting ? say("leave-waiting", { n: waiting }) : say("leave-ask"))) return;
    ask("POST", "/api/leave", {}).catch(() => {}); // where nobody hears it, the facilitator frees the place
    this.end("left");
  }

  // Over: no word of the meeting stays on this device.
  end(how = "over") {
    if (this.ended) return;
    this.ended = { how, lost: this.outbox?.items.length ?? 0 };
    this.outbox?.forget();
    this.part?.forget();
    this.listening?.end();
    this.clear();
    this.view = this.part = null;
    this.sayEnded();
  }

  sayEnded() {
    const over = this.ended.how === "over";
    this.showFrame("");
    const why = over && this.ended.lost ? say("over-lost", { n: this.ended.lost }) : say(over ? "over-why" : "left-why");
    put(main, make("section", { class: "narrow" }, make("h1", { tabindex: "-1" }, say(over ? "over" : "left")), make("p", {}, why),
      make("button", { type: "button", class: "link", on: { click: () => location.reload() } }, say("again"))));
    main.querySelector("h1").focus();
  }
}

new Page().begin();
