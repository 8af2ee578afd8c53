// A participant's page: a word for the check-in, two quiet wishes, a message to a support person. Nothing goes unasked.
// What is not sent yet is in its field and nowhere else, not even in sessionStorage.

import { make, newId, put, said, sendsBy } from "./dom.js";
import { isBack } from "./outbox.js";
import { best, language, say } from "./strings.js";

const WISHES = ["pause", "later"];

export class Participant {
  // `begun`: words that were in its fields when its place was freed.
  constructor(place, outbox, begun = []) {
    this.outbox = outbox;
    this.head = make("h2", { class: "question" });
    this.ends = make("p", { class: "quiet ends" });
    this.pause = make("p", { class: "told", role: "status" });
    this.told = make("p", { class: "told", role: "status" });
    this.waiting = make("ul", { class: "going" });
    this.word = this.writing("word", (text) => this.sendWord(text));
    this.message = this.writing("message", (text) => this.sendMessage(text));
    this.wishes = make("div", { class: "wishes" });
    this.wishHead = make("h2", { class: "small" });
    this.wishHow = make("p", { class: "quiet" });
    this.to = make("select");
    this.toHead = make("span", { class: "unseen" });
    this.word.form.prepend(this.word.label, this.word.how);
    this.message.form.prepend(this.message.label, this.message.how, make("label", { class: "select" }, this.toHead, this.to));
    this.sentHead = make("h2", { class: "small" });
    this.sent = make("ol", { class: "notes" });
    this.sentWords = make("section", { class: "apart" }, this.sentHead, this.sent);
    this.asking = make("section", { class: "apart" }, this.wishHead, this.wishes, this.wishHow);
    this.message.form.classList.add("apart");
    // What is told stands at the foot, over what is there: nothing moves away under a thumb.
    put(place, make("div", { class: "narrow" }, this.head, this.ends, this.pause, this.word.form, this.asking, this.message.form, this.sentWords,
      make("div", { class: "below" }, this.told, this.waiting)));
    [this.word, this.message].forEach(({ text }, n) => { text.value = begun[n] ?? ""; });
  }

  writing(id, send) {
    const sent = (event) => {
      event.preventDefault();
      const words = text.value.trim();
      if (words) send(words);
      if (words) text.value = "";
      text.focus();
    };
    const text = make("textarea", {
      id, rows: "2", maxlength: "1000", "aria-describedby": `${id}-how`,
      on: { input: () => { this.told.textContent = ""; }, keydown: (event) => sendsBy(event) && sent(event) },
    });
    const label = make("h2", { class: "small" }, make("label", { for: id }));
    const how = make("p", { class: "quiet", id: `${id}-how` });
    const button = make("button", { type: "submit" });
    return { text, label, how, button, form: make("form", { on: { submit: sent } }, text, button) };
  }

  send(path, body) {
    this.told.textContent = "";
    this.outbox.add(path, { id: newId(), ...body });
  }

  sendWord(text) {
    const { languages, item } = this.shown;
    const lang = languages.find((one) => one.split("-")[0] === language()) ?? languages[0] ?? "en";
    this.send("/api/check-in", { texts: { [lang]: text }, original: lang, item: item?.id ?? "" });
  }

  sendWish(wish) {
    if (!this.outbox.items.some(({ body }) => body.wish === wish)) this.send("/api/wish", { wish });
  }

  sendMessage(text) {
    this.send("/api/message", { to: this.to.value, text });
  }

  // Nothing is said to be there before it is.
  delivered({ body }) {
    if (!body.id) return; // something was taken back
    this.told.textContent = say(body.texts ? "word-arrived" : body.wish ? `wish-${body.wish}-sent` : "message-sent");
  }

  // Words that were not taken are given back to whoever wrote them.
  refused(item, answer) {
    const { body } = item;
    const back = body.texts ? [this.word, best(body.texts)[1]] : body.text ? [this.message, body.text] : null;
    if (back) back[0].text.value = [back[1], back[0].text.value].filter(Boolean).join("\n");
    this.told.textContent = answer.text?.[language()] ?? say(isBack(item) ? "why-not-back" : back ? "why-refused" : "why-not-passed-on");
    this.show(this.shown);
  }

  show(view) {
    this.shown = view;
    const [lang, question] = best(view.item?.question);
    put(this.head, said("span", question || say(view.item ? `item-${view.item.kind}` : "no-question"), question ? lang : language()));
    this.ends.textContent = view.ends ? say("ends", { time: view.ends }) : "";
    this.pause.textContent = view.phase === "pause" ? say("pause") : view.phase === "closed" ? say("session-closed") : "";
    this.showWord(view);
    this.showSent(view);
    this.showWishes(view);
    this.showMessage(view);
    this.showWaiting();
  }

  // Whoever has begun a word keeps it, though the check-in may be over.
  showWord(view) {
    const asked = ["check-in", "check-out"].includes(view.item?.kind);
    this.word.form.hidden = view.phase === "closed" || (!asked && !this.word.text.value);
    this.word.button.disabled = !asked;
    this.word.label.firstChild.textContent = say(view.item?.kind === "check-out" ? "word-for-check-out" : "word-for-check-in");
    this.word.how.textContent = say(view.person ? "word-named" : "word-unnamed");
    this.word.button.textContent = say("send-word");
  }

  // Whoever sent a word may take it back as long as nothing is closed.
  showSent(view) {
    const going = this.outbox.takenBack;
    const words = view.notes.filter((one) => !going.has(one.id));
    this.sentHead.textContent = say("sent-words");
    this.sentWords.hidden = !words.length;
    put(this.sent, ...words.map(({ id, text }) => {
      const [lang, word] = best(text);
      const back = make("button", { type: "button", class: "link", "aria-label": say("take-back-of", { words: word.slice(0, 40) }), on: { click: () => this.outbox.takeBack(id) } }, say("take-back"));
      return make("li", { "data-id": id }, make("p", { class: "about" }, said("span", word, lang, { class: "words what" }), view.phase === "closed" ? null : back));
    }));
  }

  showWishes(view) {
    const wish = (one) => make("button", { type: "button", on: { click: () => this.sendWish(one) } }, say(`wish-${one}`));
    put(this.wishes, ...WISHES.map(wish));
    this.wishHead.textContent = say("wishes");
    this.wishHow.textContent = say(view.person ? "wish-named" : "wish-unnamed");
    this.asking.hidden = view.phase === "closed";
  }

  showMessage(view) {
    this.message.form.hidden = view.phase === "closed" || (!view.support.length && !this.message.text.value);
    this.message.button.disabled = !view.support.length;
    this.message.label.firstChild.textContent = say("message");
    this.message.how.textContent = `${say("message-how")} ${say("message-unnamed")}`;
    this.message.button.textContent = say("send-message");
    this.toHead.textContent = say("message-to");
    const chosen = this.to.value;
    put(this.to, ...view.support.map((one) => said("option", best(one.name)[1], best(one.name)[0], { value: one.id })));
    if (view.support.some((one) => one.id === chosen)) this.to.value = chosen;
  }

  // While the laptop is away: what will go, and may still be taken back. The words of a message are not shown again.
  showWaiting() {
    const items = this.outbox.away ? this.outbox.items.filter(({ body }) => body.id) : [];
    put(this.waiting, ...items.map(({ body, sent }) => {
      const what = body.texts ? best(body.texts)[1] : body.wish ? say(`wish-${body.wish}`) : say("message");
      return make("li", {}, make("span", {}, say("waiting-for-connection", { what })),
        sent ? null : make("button", { type: "button", class: "link", "aria-label": say("take-back-of", { words: what.slice(0, 40) }), on: { click: () => this.outbox.remove(body.id) } }, say("take-back")));
    }));
  }

  // What was begun and not sent.
  get begun() {
    return [this.word, this.message].map(({ text }) => text.value.trim());
  }

  forget() {
    this.word.text.value = this.message.text.value = "";
  }
}
