// A participant's page: a word for the check-in, two quiet wishes, a message to a support person. Nothing goes unasked.

import { make, newId, put, said } from "./dom.js";
import { best, language, say } from "./strings.js";

export class Participant {
  constructor(place, outbox) {
    this.outbox = outbox;
    this.head = make("h2", { class: "question" });
    this.ends = make("p", { class: "quiet ends" });
    this.told = make("p", { class: "told", role: "status" });
    this.word = this.writing("word-for-check-in", 3, (text) => this.sendWord(text));
    this.wishes = make("section", { class: "wishes" });
    this.message = this.writing("message", 3, (text) => this.sendMessage(text));
    this.to = make("select", { "aria-label": say("message-to") });
    this.toLabel = make("p", { class: "quiet" });
    put(place, make("div", { class: "narrow" }, this.head, this.ends, this.word.form, this.wishes, this.told,
      this.support = make("section", {}, this.message.head, this.toLabel, make("label", { class: "select" }, this.to), this.message.form)));
  }

  writing(key, rows, send) {
    const text = make("textarea", { rows: String(rows), maxlength: "1000" });
    const head = make("h2", { class: "small" });
    const button = make("button", { type: "submit" });
    const form = make("form", { on: { submit: (event) => {
      event.preventDefault();
      if (!text.value.trim()) return text.focus();
      send(text.value.trim());
      text.value = "";
    } } }, text, button);
    return { key, text, head, button, form };
  }

  sendWord(text) {
    const lang = this.shown.languages.find((one) => one.split("-")[0] === language()) ?? this.shown.languages[0] ?? "en";
    this.outbox.add("/api/check-in", { id: newId(), texts: { [lang]: text }, original: lang });
    this.told.textContent = say("word-on-its-way");
  }

  sendWish(wish) {
    this.outbox.add("/api/wish", { id: newId(), wish });
    this.told.textContent = say(`wish-${wish}-sent`);
  }

  sendMessage(text) {
    this.outbox.add("/api/message", { id: newId(), to: this.to.value, text });
    this.told.textContent = say("message-sent");
  }

  refused(item, body) {
    if (item.body.texts) this.word.text.value = best(item.body.texts)[1];
    this.told.textContent = body.text?.[language()] ?? say("why-refused");
  }

  show(view) {
    this.shown = view;
    const [lang, question] = best(view.item?.question);
    put(this.head, said("span", question || say(view.item ? `item-${view.item.kind}` : "no-question"), question ? lang : language()));
    this.ends.textContent = view.ends ? say("ends", { time: view.ends }) : "";
    const asked = view.phase === "open" && ["check-in", "check-out"].includes(view.item?.kind);
    this.word.form.hidden = !asked;
    this.word.text.setAttribute("aria-label", say("word-for-check-in"));
    this.word.text.placeholder = say("word-for-check-in");
    this.word.button.textContent = say("send-word");
    const wish = (one) => make("button", { type: "button", on: { click: () => this.sendWish(one) } }, say(`wish-${one}`));
    put(this.wishes, wish("pause"), wish("later"));
    this.wishes.hidden = view.phase === "closed";
    this.support.hidden = !view.support.length || view.phase === "closed";
    this.message.head.textContent = say("message");
    this.message.text.setAttribute("aria-label", say("message"));
    this.message.button.textContent = say("send-message");
    this.to.setAttribute("aria-label", say("message-to"));
    put(this.to, ...view.support.map((one) => said("option", best(one.name)[1], best(one.name)[0], { value: one.id })));
    this.toLabel.textContent = say("message-how");
  }

  forget() {
    this.word.text.value = this.message.text.value = "";
  }
}
