// A note-taker's page: whose words, the words, and what was noted at this table.

import { make, mark, newId, put, said, sendsBy } from "./dom.js";
import { place } from "./join.js";
import { isBack } from "./outbox.js";
import { best, language, say } from "./strings.js";

const DRAFT = "draft";
const kept = () => JSON.parse(sessionStorage.getItem(DRAFT) ?? "{}");

// What was begun and not sent, also before there is a field for it.
export const begun = () => [kept().text?.trim() ?? ""];

export class Notes {
  // `move(place)`: take another place; `arriving`: whether somebody has just come in.
  constructor(place, outbox, { move, arriving }) {
    this.outbox = outbox;
    this.move = move;
    this.arriving = arriving;
    this.fresh = new Map(); // notes that were kept, until a view says what became of them
    this.draft = { text: "", lang: "", who: [], kind: "contribution", visibility: "minutes", minority: false, ...kept() };
    this.build(place);
  }

  build(place) {
    this.question = make("h2", { class: "question" });
    this.ends = make("p", { class: "quiet ends" });
    this.pause = make("p", { class: "told", role: "status" });
    this.places = make("section", { class: "narrow" });
    this.people = make("fieldset", { class: "chips" });
    this.text = make("textarea", {
      id: "text", rows: "3", maxlength: "4000", enterkeyhint: "enter", autocapitalize: "sentences",
      on: { input: () => this.typed(), keydown: (event) => this.pressed(event) },
    });
    this.tongues = make("fieldset", { class: "tongues" });
    this.kind = this.select("kind");
    this.reach = this.select("visibility");
    this.minority = make("input", { type: "checkbox", id: "minority", on: { change: () => this.change({ minority: this.minority.checked }) } });
    this.error = make("p", { class: "error", role: "alert" });
    this.button = make("button", { type: "submit", class: "main" });
    this.list = make("ol", { class: "notes" });
    this.labels = { text: make("label", { for: "text", class: "unseen" }), minority: make("label", { for: "minority" }), list: make("h2", { class: "small", id: "noted" }) };
    this.form = make("form", { on: { submit: (event) => { event.preventDefault(); this.send(); } } },
      this.people, this.labels.text,
      make("div", { class: "box" }, this.text, this.tongues),
      make("div", { class: "pair" }, this.kind.label, this.reach.label),
      make("p", { class: "tick" }, this.minority, this.labels.minority),
      this.error, this.button);
    put(place, make("div", { class: "columns" },
      make("section", {}, this.question, this.ends, this.pause, this.places, this.form),
      make("section", { class: "list", "aria-labelledby": "noted" }, this.labels.list, this.list)));
    this.text.value = this.draft.text;
  }

  select(name) {
    const box = make("select", { on: { change: () => this.change({ [name]: box.value }) } });
    const head = make("span", { class: "unseen" });
    return { box, head, label: make("label", { class: "select" }, head, box) };
  }

  change(parts) {
    this.draft = { ...this.draft, ...parts };
    sessionStorage.setItem(DRAFT, JSON.stringify(this.draft));
    if (this.shown) this.show(this.shown);
  }

  typed() {
    this.draft.text = this.text.value;
    sessionStorage.setItem(DRAFT, JSON.stringify(this.draft));
    if (this.error.textContent) this.error.textContent = "";
  }

  pressed(event) {
    if (!sendsBy(event)) return;
    event.preventDefault();
    this.send();
  }

  send() {
    if (this.button.disabled) return;
    const text = this.text.value.trim();
    if (!text) {
      this.error.textContent = say("no-words");
      return this.text.focus();
    }
    const { lang, who, kind, visibility, minority } = this.draft;
    this.outbox.add("/api/notes", { id: newId(), texts: { [lang]: text }, original: lang, who, kind, visibility, minority, item: this.shown.item });
    this.text.value = "";
    this.error.textContent = "";
    this.change({ text: "", minority: false });
    this.text.focus();
  }

  // Words that may not be kept are given back to whoever wrote them, before what was begun since. Nothing is given back
  // that is in the list: it arrived before the place of this device was freed.
  refused(item, body) {
    if (this.shown.notes.some((one) => one.id === item.body.id)) return;
    this.error.textContent = body.text?.[language()] ?? say(isBack(item) ? "why-not-back" : "why-refused");
    if (isBack(item)) return;
    const [, words] = best(item.body.texts);
    this.text.value = [words, this.text.value].filter(Boolean).join("\n");
    this.change({ text: this.text.value });
  }

  delivered({ body }) {
    if (!body.texts || !this.shown) return;
    this.fresh.set(body.id, { body, version: this.shown.version });
    this.show(this.shown); // it does not go from the list until it comes again
  }

  takeBack(note) {
    this.outbox.takeBack(note.id);
    if (this.shown) this.show(this.shown);
  }

  // What was begun is of another place now: whoever is not there is not named.
  arrived() {
    this.arriving = true;
  }

  show(view) {
    this.shown = view;
    if (this.arriving && !view.place_over) {
      this.arriving = false;
      this.change({ who: this.draft.who.filter((id) => view.people.some((one) => one.id === id)) });
    }
    const [lang, question] = best(view.question);
    put(this.question, said("span", question || say("no-question"), question ? lang : language()));
    this.ends.textContent = view.ends ? say("ends", { time: view.ends }) : "";
    this.pause.textContent = view.phase === "pause" ? say("pause") : "";
    this.showPlaces(view.places ?? []);
    this.showPeople(view.people);
    this.showTongues(view.languages);
    this.showSelect(this.kind, "kind", view.kinds);
    this.showSelect(this.reach, "visibility", view.reaches);
    this.minority.checked = this.draft.minority;
    this.labels.text.textContent = say("words");
    this.labels.minority.textContent = say("minority");
    this.labels.list.textContent = say("noted");
    this.text.placeholder = say("words");
    this.text.lang = this.draft.lang;
    this.button.textContent = say("keep");
    const open = view.phase !== "closed" && !view.off_record && !view.places;
    this.button.disabled = !open;
    const why = view.off_record ? say("off-record") : view.phase === "closed" ? say("session-closed") : "";
    if (why || this.why) this.error.textContent = why;
    this.why = why;
    this.showNotes(view);
  }

  // Tables were formed anew: whoever wrote for one that is no more chooses again.
  showPlaces(places) {
    this.places.hidden = !places.length;
    put(this.places, ...(places.length ? [
      make("h2", {}, say("place-over")), make("p", {}, say("which-table")),
      ...places.map((one) => place(one, this.move)),
      places.every((one) => one.taken) ? make("p", { class: "quiet" }, say("all-taken")) : null,
    ] : []));
  }

  showPeople(people) {
    const who = this.draft.who.filter((id) => people.some((one) => one.id === id));
    const toggle = (id) => this.change({ who: who.includes(id) ? who.filter((one) => one !== id) : [...who, id] });
    const chip = (id, name, lang, standpoint, pressed, press) => make("button", {
      type: "button", class: "chip", "data-id": id, "aria-pressed": String(pressed), on: { click: press },
    }, standpoint ? mark(standpoint) : null, said("span", name, lang),
    standpoint ? make("span", { class: "unseen" }, ` ${say(`mark-${standpoint}`)}`) : null);
    const focused = document.activeElement?.dataset?.id;
    put(this.people, make("legend", {}, say("whose")),
      ...people.map((one) => {
        const [lang, name] = best(one.called);
        return chip(one.id, name, lang, one.mark, who.includes(one.id), () => toggle(one.id));
      }),
      chip("", say("nobody"), language(), "", who.length === 0, () => this.change({ who: [] })));
    if (focused !== undefined) this.people.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  showTongues(languages) {
    if (!languages.includes(this.draft.lang)) this.draft.lang = languages.find((one) => one.split("-")[0] === language()) ?? languages[0] ?? "en";
    const one = (lang) => {
      const radio = make("input", { type: "radio", name: "lang", value: lang, on: { change: () => this.change({ lang }) } });
      if (lang === this.draft.lang) radio.setAttribute("checked", "");
      return make("label", { lang }, radio, make("span", {}, say(`lang-${lang.split("-")[0]}`)));
    };
    const focused = this.tongues.contains(document.activeElement);
    put(this.tongues, make("legend", { class: "unseen" }, say("language-of-words")), ...(languages.length > 1 ? languages.map(one) : []));
    if (focused) this.tongues.querySelector("input[checked]")?.focus();
  }

  showSelect(part, name, options) {
    part.head.textContent = say(name);
    put(part.box, ...options.map((one) => make("option", { value: one }, say(`${name}-${one}`))));
    part.box.value = this.draft[name];
  }

  showNotes(view) {
    const there = new Set(view.notes.map((one) => one.id));
    for (const [id, { version }] of this.fresh) if (there.has(id) || view.version > version) this.fresh.delete(id);
    const waits = new Set(this.outbox.items.map(({ body }) => body.id));
    const mine = [...[...this.fresh.values()].filter(({ body }) => !waits.has(body.id)), ...this.outbox.items.filter((one) => one.body.texts && !there.has(one.body.id))]
      .map(({ body }) => ({ ...body, text: body.texts, own: true, waiting: waits.has(body.id) })).reverse();
    const going = this.outbox.takenBack;
    const notes = [...mine, ...view.notes].filter((one) => !going.has(one.id));
    const names = new Map(view.people.map((one) => [one.id, one]));
    put(this.list, ...notes.map((one) => this.note(one, names)));
  }

  note(note, people) {
    const [lang, words] = best(note.text);
    const who = note.who.map((id) => people.get(id)).filter(Boolean);
    const marks = [...new Set(who.map((one) => one.mark))].map(mark);
    const about = [who.map((one) => best(one.called)[1]).join(say("and")) || say("nobody"), say(`kind-${note.kind}`),
      note.minority ? say("minority-short") : "", note.waiting ? say("waiting") : ""].filter(Boolean).join(say("dot"));
    return make("li", { class: note.waiting ? "waiting" : "", "data-id": note.id },
      make("p", { class: "about" }, ...marks, make("span", { class: "what" }, about),
        note.own ? make("button", { type: "button", class: "link", "aria-label": say("take-back-of", { words: words.slice(0, 40) }), on: { click: () => this.takeBack(note) } }, say("take-back")) : null),
      said("p", words, lang, { class: "words" }));
  }

  get begun() {
    return begun();
  }

  forget() {
    sessionStorage.removeItem(DRAFT);
    this.text.value = "";
  }
}
