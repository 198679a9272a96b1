// What script adds to pages that are whole without it: copying, tabs, switches, printing, closed forms on small screens.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (words) => { document.getElementById("said").textContent = words; };
  document.documentElement.classList.add("js");

  // Copying. The button says what happened, for eyes and ears.
  const copy = async (button, words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: words });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const before = button.textContent;
    button.textContent = "Copied";
    say("Copied");
    setTimeout(() => { button.textContent = before; }, 2000);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) copy(button, document.querySelector(button.dataset.copy).textContent.trim());
    else if (button.dataset.cite) copy(button, button.dataset.cite);
    else if ("copyLink" in button.dataset) copy(button, location.href);
    else if ("print" in button.dataset) window.print();
  });

  // Menu and form: open on wide screens, closed on small ones. The server sends them open.
  const small = window.matchMedia("(max-width: 760px)");
  const fold = () => all("details.menu, details.facets:not(.keep)").forEach((part) => { part.open = !small.matches || !!part.querySelector(".bad"); });
  fold();
  small.addEventListener("change", fold);
  document.querySelector('a[href="#query"]')?.addEventListener("click", () => { const drawer = document.getElementById("query"); if (drawer) drawer.open = true; });
  window.addEventListener("beforeprint", () => all(".drawer:not(#query)").forEach((part) => { part.open = true; }));

  // A form leaves out what is not set: the address stays the question. After 400 ms the old answer goes: it never stands under a new question.
  all("form.ask").forEach((form) => form.addEventListener("submit", () => {
    const unset = all("select, input", form).filter((one) => one.value === "" || (one.name === "atLeast" && one.value === "reviewed"));
    unset.forEach((one) => { one.disabled = true; });
    setTimeout(() => unset.forEach((one) => { one.disabled = false; }), 0);
    const answer = document.getElementById("answer");
    if (!answer) return;
    setTimeout(() => {
      const height = answer.offsetHeight;
      const stop = Object.assign(document.createElement("a"), { href: location.href, textContent: "Stop, and keep the question as it was" });
      const words = Object.assign(document.createElement("p"), { className: "lead", textContent: "Asking …" });
      answer.replaceChildren(words, stop);
      answer.style.minHeight = `${height}px`;
      while (form.closest("details")?.nextElementSibling) form.closest("details").nextElementSibling.remove();
      say("Asking …");
    }, 400);
  }));
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // Tabs over what is a plain sequence of sections without script.
  all(".tabbed").forEach((box) => {
    const parts = all("section", box);
    if (parts.length < 2) return;
    const list = document.createElement("div");
    list.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Languages");
    const tabs = parts.map((part, n) => {
      const tab = Object.assign(document.createElement("button"), { type: "button", textContent: part.querySelector("h3").textContent, id: `tab-${n}` });
      part.querySelector("h3").hidden = true;
      part.id = `panel-${n}`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", part.id);
      part.setAttribute("role", "tabpanel");
      part.setAttribute("aria-labelledby", tab.id);
      return tab;
    });
    const pick = (n, focus) => {
      tabs.forEach((tab, i) => { tab.setAttribute("aria-selected", String(i === n)); tab.tabIndex = i === n ? 0 : -1; parts[i].hidden = i !== n; });
      if (focus) tabs[n].focus();
    };
    tabs.forEach((tab, n) => {
      tab.addEventListener("click", () => pick(n, false));
      tab.addEventListener("keydown", (event) => {
        const to = { ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: tabs.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        pick((to + tabs.length) % tabs.length, true);
      });
    });
    list.append(...tabs);
    box.prepend(list);
    pick(0, false);
  });

  // The letter: switches for kinds of marks, n and p from mark to mark, a range in the address.
  const letter = document.getElementById("text");
  if (letter) {
    all("[data-marks]").forEach((box) => box.addEventListener("change", () => letter.classList.toggle(`off-${box.dataset.marks}`, !box.checked)));
    letter.addEventListener("keydown", (event) => {
      if (!["n", "p"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      const chips = all("a.chip.ours", letter).filter((chip) => chip.offsetParent);
      const at = chips.indexOf(document.activeElement);
      const next = chips[event.key === "n" ? Math.min(at + 1, chips.length - 1) : Math.max(at - 1, 0)];
      if (next) { next.focus(); event.preventDefault(); }
    });
    const show = () => {
      const range = /^#(?:c(\d+)-(\d+)|char=(\d+),(\d+))$/.exec(location.hash);
      all(".here").forEach((part) => part.classList.remove("here"));
      if (!range) return;
      const [start, end] = [Number(range[1] ?? range[3]), Number(range[2] ?? range[4])];
      const place = (part) => [Number(part.dataset.start), Number(part.dataset.end)];
      const marks = all("mark.k", letter).filter((part) => place(part)[0] >= start && place(part)[1] <= end);
      const parts = marks.length ? marks : all("p.text", letter).filter((part) => place(part)[0] < end && start < place(part)[1]);
      parts.forEach((part) => part.classList.add("here"));
      parts[0]?.scrollIntoView({ block: "center" });
    };
    show();
    window.addEventListener("hashchange", show);
  }
  document.getElementById("problems")?.focus();
})();
