// The Cypher of the question of this name: parameters, columns and order are those of the header of findings_by_theme.rq.
MATCH (finding:Finding)-[:ABOUT]->(theme:Theme)
WHERE ($theme IS NULL OR theme.id = $theme) AND ($year IS NULL OR finding.year = $year)
OPTIONAL MATCH (finding)-[:CONCERNS]->(force:Force)
WITH finding, theme, force
WHERE $force IS NULL OR force.id = $force
RETURN theme.id AS theme, finding.id AS finding, finding.kind AS kind, finding.word AS word, finding.year AS year, force.id AS force,
  finding.text AS text, finding.start AS start, finding.end AS end, finding.source AS source
ORDER BY theme, finding
