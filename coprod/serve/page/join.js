// The way in: the word from the wall, then one's place. Nothing of the meeting is on this device before.

import { Away, ask, token } from "./api.js";
import { make, put, said } from "./dom.js";
import { best, language, say } from "./strings.js";

export class Join {
  constructor(place, hello, entered) {
    this.place = place;
    this.hello = hello;
    this.entered = entered;
    this.role = "notes";
    this.word();
  }

  word(error = "", typed = "") {
    const { hello } = this;
    this.again = () => this.word("", this.place.querySelector("#word")?.value ?? "");
    const field = make("input", {
      id: "word", name: "word", type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      "aria-describedby": "word-help", enterkeyhint: "go", maxlength: "100", required: true,
    });
    const form = make("form", { class: "narrow", novalidate: true, on: { submit: (event) => this.send(event, field) } },
      make("h1", {}, say("welcome")),
      make("label", { for: "word", class: "big" }, say("word")),
      field,
      make("p", { id: "word-help", class: "quiet" }, say("word-help")),
      make("p", { class: "error", role: "alert" }, error),
      make("button", { class: "main", type: "submit" }, say("go-in")),
    );
    put(this.place, hello.open ? form : make("p", { class: "narrow" }, say("closed")));
    const there = this.place.querySelector("#word");
    if (there) there.value = typed;
    if (error) there?.focus();
  }

  async send(event, field) {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    const { status, body } = await this.asked("/api/word", { word: field.value });
    if (status === 200) {
      this.role = body.role;
      this.places(body);
    } else this.word(this.why(body), field.value);
  }

  why(body) {
    const key = body?.error ?? "away";
    return say(`why-${key}`, { n: Math.max(1, Math.ceil(body?.seconds ?? 1)) });
  }

  async asked(path, body) {
    try {
      return await ask("POST", path, body);
    } catch (error) {
      if (error instanceof Away) return { status: 0, body: { error: "away" } };
      throw error;
    }
  }

  places({ ticket, places }, error = "") {
    this.again = () => this.places({ ticket, places });
    const one = (place) => {
      const [lang, name] = best(place.name);
      const shown = name || say(place.id === "room" ? "whole-room" : "table");
      return make("button", { type: "button", class: "place", disabled: place.taken, on: { click: () => this.enter(ticket, place.id, places) } },
        said("span", shown, name ? lang : language()),
        place.taken ? make("span", { class: "quiet" }, say("taken")) : null);
    };
    const nobody = this.role === "participant"
      ? make("button", { type: "button", class: "place", on: { click: () => this.enter(ticket, "", places) } }, say("without-name")) : null;
    put(this.place, make("section", { class: "narrow" },
      make("h1", { tabindex: "-1" }, say(this.role === "notes" ? "which-table" : "which-name")),
      make("p", { class: "error", role: "alert" }, error),
      ...places.map(one), nobody,
      make("button", { type: "button", class: "link", on: { click: () => this.word() } }, say("back"))));
    this.place.querySelector("h1").focus();
  }

  async enter(ticket, place, places) {
    const { status, body } = await this.asked("/api/join", { ticket, place });
    if (status === 200) {
      token.set(body.token);
      this.entered();
    } else if (body?.error === "expired") {
      this.word(this.why(body));
    } else {
      const taken = body?.error === "taken" ? place : null;
      this.places({ ticket, places: places.map((one) => (one.id === taken ? { ...one, taken: true } : one)) }, this.why(body));
    }
  }
}
