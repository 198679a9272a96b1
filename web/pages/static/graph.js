// The drawn graph: places come from the server, colours from the style sheet; the list is the control.
(() => {
  "use strict";
  const box = document.getElementById("graph");
  if (!box || typeof cytoscape === "undefined") return;
  const data = JSON.parse(box.dataset.graph);
  const css = getComputedStyle(document.documentElement);
  const colour = (name) => css.getPropertyValue(`--${name}`).trim();
  document.getElementById("drawing").textContent = `Drawing ${data.nodes.length} things …`;
  const [ink, paper, again, line, quiet] = ["ink", "paper", "again", "line", "ink-2"].map(colour);
  const node = (selector, style) => ({ selector, style });
  const style = [
    node("node", { label: "data(label)", color: ink, "background-color": paper, "border-color": ink, "border-width": 2, width: 22, height: 22, "font-size": 15,
      "font-family": "system-ui, Arial, sans-serif", "text-valign": "bottom", "text-margin-y": 5, "text-background-color": paper, "text-background-opacity": 0.85, "text-wrap": "wrap", "text-max-width": 130 }),
    node(".area_for_improvement, .recommendation, .cause_of_concern", { "background-color": ink }),
    node(".recommendation", { shape: "rectangle" }), node(".cause_of_concern", { shape: "triangle" }),
    node(".later", { "background-color": paper, "border-style": "dashed" }),
    node(".reports", { shape: "rectangle", width: 20, height: 25 }), node(".letters", { shape: "polygon", "shape-polygon-points": "-1 -1 .3 -1 1 -.3 1 1 -1 1", "background-color": ink, width: 22, height: 22 }),
    node(".people", { shape: "round-rectangle", width: 34, height: 20 }), node(".themes", { shape: "tag", width: 32, height: 20 }), node(".forces", { shape: "octagon" }),
    node(".lane", { "background-opacity": 0, "border-width": 0, events: "no", color: quiet, "text-valign": "center", "text-halign": "right", "text-margin-x": -20, width: 1, height: 1 }),
    node(".about, :selected", { "border-color": colour("focus"), "border-width": 6, width: 32, height: 32 }),
    node("edge", { width: 1, "line-color": line, "curve-style": "bezier", "control-point-step-size": 60, label: "data(label)", "font-size": 13, color: quiet, "text-background-color": paper, "text-background-opacity": 0.9, "font-family": "system-ui, Arial, sans-serif" }),
    node(".bent", { "curve-style": "unbundled-bezier", "control-point-distances": -70, "control-point-weights": 0.5 }),
    node(".letter, .inspectorate", { width: 4, "line-color": again }), node(".reviewed", { width: 3, "line-color": again, "line-style": "dashed", "line-dash-pattern": [11, 6] }),
  ];
  const elements = [
    ...data.lanes.map((lane) => ({ data: { id: `lane ${lane.name}`, label: lane.name }, position: { x: 0, y: lane.y }, classes: "lane", selectable: false })),
    ...data.years.map(([year, x]) => ({ data: { id: `year ${year} ${x}`, label: String(year) }, position: { x: x - 20, y: -24 }, classes: "lane year", selectable: false })),
    ...data.nodes.map((one) => ({ data: { id: one.id, label: one.label, href: one.href }, position: { x: one.x, y: one.y }, classes: one.classes })),
    ...data.edges.map((one) => ({ data: { source: one.source, target: one.target, label: one.label }, classes: one.classes })),
  ];
  const graph = cytoscape({ container: box, elements, style, layout: { name: "preset", padding: 24 }, userZoomingEnabled: false, boxSelectionEnabled: false, autoungrabify: true, minZoom: 0.3, maxZoom: 3 });
  document.getElementById("drawing").remove();
  graph.on("tap", "node[href]", (event) => {
    document.querySelectorAll("#list [data-id]").forEach((row) => {
      const here = row.dataset.id === event.target.id();
      row.toggleAttribute("aria-current", here);
      if (here) { row.setAttribute("aria-current", "true"); row.scrollIntoView({ block: "nearest" }); }
    });
  });
  document.getElementById("list").addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-id]");
    if (row) { graph.$(":selected").unselect(); graph.getElementById(row.dataset.id).select(); }
  });
  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  const zoom = (by) => graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: box.clientWidth / 2, y: box.clientHeight / 2 } });
  const save = () => {
    const link = Object.assign(document.createElement("a"), { href: graph.png({ full: true, scale: 2, bg: paper }), download: "peelgraph.png" });
    link.click();
  };
  const does = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit: () => graph.fit(undefined, 24), png: save };
  document.getElementById("zoom").addEventListener("click", (event) => does[event.target.dataset.zoom]?.());
})();
