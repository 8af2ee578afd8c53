// Making and finding elements. Text is only ever text: nothing that somebody wrote is read as HTML.

export function make(tag, props = {}, ...kids) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (key in made && typeof value !== "string") {
      made[key] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...kids.filter((kid) => kid !== null && kid !== undefined && kid !== ""));
  return made;
}

// Words in a language, so that they are read out in it.
export function said(tag, text, lang, props = {}) {
  return make(tag, { ...(lang ? { lang } : {}), ...props }, text);
}

// Send what is written by the keyboard, but never from the midst of a word that an input method composes.
export function sendsBy(event) {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing && event.keyCode !== 229;
}

// The mark of a standpoint: drawn by the style sheet, alike in size on every device; the word stands beside it.
export function mark(name) {
  return make("span", { class: `mark ${name}`, "aria-hidden": "true" });
}

// Put elements in the place of those that are there, unless nothing is different: what has the focus keeps it.
export function put(place, ...kids) {
  const there = [...place.childNodes];
  const coming = kids.filter(Boolean);
  if (there.length === coming.length && there.every((one, n) => one.isEqualNode(coming[n]))) return;
  place.replaceChildren(...coming);
}

export function newId() {
  return crypto.randomUUID();
}
