// The Cypher of the question of this name: parameters, columns and order are those of the header of lineage_of_finding.rq.
MATCH (earlier:Finding)-[led:LED_TO {atLeast: coalesce($atLeast, 'REVIEWED')}]->(later:Finding)
WHERE $finding IN [earlier.id, later.id] AND (led.relation <> 'RELATED' OR coalesce($relatedToo, false))
RETURN earlier.id AS earlier, earlier.year AS earlierYear, earlier.text AS earlierText,
  later.id AS later, later.year AS laterYear, later.text AS laterText,
  led.relation AS relation, led.evidence AS evidence, led.persons AS persons, led.path AS path
ORDER BY earlier, later
