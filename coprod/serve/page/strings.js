// The page's own words, and which language of a text is shown.

let known = { en: {} };
let lang = "en";

export function learn(strings) {
  known = strings;
  const kept = sessionStorage.getItem("lang");
  const wished = [kept, ...navigator.languages.map((one) => one.split("-")[0])];
  speak(wished.find((one) => one && known[one]) || "en");
}

export function speak(chosen) {
  lang = chosen;
  sessionStorage.setItem("lang", chosen);
  document.documentElement.lang = chosen;
  document.title = say("title");
}

export const language = () => lang;
export const languages = () => Object.keys(known);

export function say(key, values = {}) {
  const text = known[lang]?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// A text of the meeting in the best language that it has: [language, words].
export function best(prose) {
  const there = Object.keys(prose ?? {});
  const found = there.find((one) => one.split("-")[0] === lang) ?? there.find((one) => one === "") ?? there[0];
  return found === undefined ? ["", ""] : [found, prose[found]];
}
