"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\u0111/g, "d")
      .replace(/\s+/g, " ").trim();
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const rows = all(document, "tbody tr").map((row) => {
    const unit = row.closest(".unit");
    const names = unit.querySelector("h2").firstChild.data + " " + row.closest(".file").querySelector("h3").firstChild.data;
    return { row, unit: unit.dataset.unit, ...row.dataset, text: plain(names + " " + row.textContent) };
  });
  const form = at("filter");

  const filter = () => {
    const words = plain(at("text").value).split(" ");
    const [unit, severity, code] = ["unit", "severity", "code"].map((id) => at(id).value);
    const isNarrow = Boolean(severity || code || words[0]);
    let count = 0;
    for (const each of rows) {
      const fits = (!unit || each.unit === unit) && (!severity || each.severity === severity) &&
        (!code || each.code === code) && words.every((word) => each.text.includes(word));
      each.row.hidden = !fits;
      count += fits;
    }
    for (const file of all(document, ".file")) {
      file.hidden = isNarrow && !file.querySelector("tbody tr:not([hidden])");
    }
    for (const section of all(document, ".unit")) {
      section.hidden = Boolean(unit && section.dataset.unit !== unit) || !section.querySelector(".file:not([hidden])");
    }
    at("count").textContent = count;
    at("nothing").hidden = count > 0 || rows.length === 0;
  };

  at("total").textContent = rows.length;
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
