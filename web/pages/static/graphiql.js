// The GraphQL page: GraphiQL where it is there; without it the plain form runs the query.
(() => {
  "use strict";
  const box = document.getElementById("graphiql");
  const form = document.getElementById("plain");
  if (!box || typeof GraphiQL === "undefined" || typeof React === "undefined") return;
  const fetcher = GraphiQL.createFetcher({ url: `${location.origin}/graphql` });
  const first = (name) => document.getElementById(name).value;
  const element = React.createElement(GraphiQL, {
    fetcher,
    defaultEditorToolsVisibility: true,
    initialQuery: first("query"),
    initialVariables: first("variables") || undefined,
    shouldPersistHeaders: false,
  });
  form.hidden = true;
  document.getElementById("came")?.remove();
  ReactDOM.createRoot(box).render(element);
})();
