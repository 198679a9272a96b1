// The GraphQL page: GraphiQL where it is there; without it the plain form runs the query.
(() => {
  "use strict";
  const box = document.getElementById("graphiql");
  const form = document.getElementById("plain");
  if (!box || typeof GraphiQL === "undefined" || typeof React === "undefined") return;
  const fetcher = GraphiQL.createFetcher({ url: `${location.origin}/graphql` });
  const first = (name) => document.getElementById(name).value;
  // Nothing is kept from the last visit: the address says what is asked.
  const element = React.createElement(GraphiQL, {
    fetcher,
    defaultEditorToolsVisibility: true,
    defaultTabs: [{ query: first("query"), variables: first("variables") || undefined }],
    storage: { length: 0, getItem: () => null, setItem() {}, removeItem() {}, clear() {} },
    shouldPersistHeaders: false,
  });
  form.hidden = true;
  document.getElementById("came")?.remove();
  ReactDOM.createRoot(box).render(element);
})();
