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

class Page {
  status = make("p", { role: "status", class: "state" });

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
    if (token.get()) this.enter();
    else this.join();
  }

  join() {
    this.showFrame("");
    this.joining = new Join(main, this.hello, () => this.enter());
  }

  async enter() {
    this.joining = null;
    this.away = false;
    this.outbox = new Outbox({
      delivered: () => this.look(),
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

  heard(away) {
    if (this.away === away) return;
    this.away = away;
    if (!away) this.outbox.hurry();
    this.refresh();
  }

  async look() {
    try {
      const { status, body } = await ask("GET", "/api/view");
      if (status !== 200 || this.ended) return;
      this.view = body;
      this.listening.version = body.version;
      if (!this.part) this.part = body.role === "notes" ? new Notes(main, this.outbox) : new Participant(main, this.outbox);
      this.refresh();
    } catch (error) {
      if (error instanceof Gone) this.end();
      else if (error instanceof Away) this.heard(true);
      else throw error;
    }
  }

  refresh() {
    if (!this.view || !this.part || this.ended) return;
    this.part.show(this.view);
    const [lang, name] = best(this.view.role === "notes" ? this.view.group : this.view.person);
    this.showFrame(name || say(this.view.role === "notes" ? "whole-room" : "without-name"), name ? lang : language());
  }

  state() {
    const waiting = this.outbox?.items.length ?? 0;
    if (!this.view) return null;
    if (this.away || this.outbox.away) return ["waits", waiting ? say("away-waiting", { n: waiting }) : say("away")];
    return waiting ? ["waits", say("sending")] : ["arrives", say("arrives")];
  }

  showFrame(name, lang = "") {
    const state = this.state();
    this.status.className = `state ${state?.[0] ?? ""}`;
    if (this.status.textContent !== (state?.[1] ?? "")) this.status.textContent = state?.[1] ?? "";
    put(head, name ? said("h1", name, lang) : make("span"), this.status);
    const names = { ja: "日本語", en: "English", ko: "한국어" };
    put(foot, make("p", {}, say("stays-here")),
      make("p", { class: "speak" }, ...languages().map((one) => make("button", {
        type: "button", class: "link", lang: one, "aria-pressed": String(one === language()), on: { click: () => this.speak(one) },
      }, names[one]))));
  }

  speak(lang) {
    speak(lang);
    if (this.joining) this.join();
    else this.refresh();
    if (this.ended) this.sayEnded();
    foot.querySelector(`[lang="${lang}"]`)?.focus();
  }

  clear() {
    const kept = sessionStorage.getItem("lang");
    sessionStorage.clear();
    if (kept) sessionStorage.setItem("lang", kept);
  }

  // Over: no word of the meeting stays on this device.
  end() {
    if (this.ended) return;
    this.ended = true;
    this.outbox?.forget();
    this.part?.forget();
    this.listening?.end();
    this.clear();
    this.view = this.part = null;
    this.sayEnded();
  }

  sayEnded() {
    this.showFrame("");
    put(main, make("section", { class: "narrow" }, make("h1", { tabindex: "-1" }, say("over")), make("p", {}, say("over-why")),
      make("button", { type: "button", class: "link", on: { click: () => location.reload() } }, say("again"))));
    main.querySelector("h1").focus();
  }
}

new Page().begin();
