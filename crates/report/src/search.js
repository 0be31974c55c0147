"use strict";
(() => {
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const sections = [...document.querySelectorAll("section.keys")].map((section) => ({
    section,
    link: document.querySelector(`nav a[href="#${CSS.escape(section.id)}"]`),
    entries: [...section.querySelectorAll(".entry, .fact")].map((entry) => ({
      entry,
      text: (entry.id + " " + entry.textContent).toLowerCase(),
    })),
  }));
  field.form.hidden = false;
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { section, link, entries } of sections) {
      let left = 0;
      for (const { entry, text } of entries) {
        entry.hidden = !words.every((word) => text.includes(word));
        left += entry.hidden ? 0 : 1;
      }
      section.hidden = left === 0;
      if (link) link.parentElement.hidden = left === 0;
      count += left;
    }
    found.textContent = count === 1 ? "1 entry" : `${count} entries`;
  };
  field.addEventListener("input", filter);
  field.form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    } else if (event.key === "Escape" && document.activeElement === field) {
      field.value = "";
      filter();
    }
  });
  // A link to a key leads there whatever was searched before.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      field.value = "";
      filter();
      target.scrollIntoView();
    }
  });
  filter();
})();
