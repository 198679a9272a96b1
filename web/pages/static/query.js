// The SPARQL page: YASGUI where it is there, limited to this server; without it the plain form runs the query.
(() => {
  "use strict";
  const box = document.getElementById("yasgui");
  const form = document.getElementById("plain");
  const asked = () => new URLSearchParams(location.hash.slice(1)).get("query");
  const endpoint = `${location.origin}/sparql`;
  if (!box || typeof Yasgui === "undefined") {
    const fill = () => { if (asked()) document.getElementById("query").value = asked(); };
    fill();
    window.addEventListener("hashchange", fill);
    return;
  }
  const first = document.getElementById("query").value;
  form.remove();
  Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"];
  Yasgui.Yasqe.defaults.value = first;
  const page = new Yasgui(box, {
    requestConfig: { endpoint },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    populateFromUrl: false,
  });
  const open = () => { if (asked()) page.getTab().setQuery(asked()); };
  open();
  window.addEventListener("hashchange", open);
})();
