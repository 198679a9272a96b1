// The Cypher of the question of this name: parameters, columns and order are those of the header of recurrences.rq.
MATCH (earlier:Finding {year: $from})-[led:LED_TO {atLeast: coalesce($atLeast, 'REVIEWED')}]->(later:Finding {year: $to})
WHERE (led.relation <> 'RELATED' OR coalesce($relatedToo, false))
  AND ($force IS NULL OR EXISTS { (earlier)-[:CONCERNS]->(:Force {id: $force}) })
  AND ($theme IS NULL OR EXISTS { (earlier)-[:ABOUT]->(:Theme {id: $theme}) })
  AND ($kind IS NULL OR earlier.kind = $kind)
  AND ($laterKind IS NULL OR later.kind = $laterKind)
RETURN earlier.id AS earlier, earlier.year AS earlierYear, earlier.kind AS earlierKind, earlier.word AS earlierWord,
  earlier.voice AS earlierVoice, earlier.text AS earlierText, earlier.start AS earlierStart, earlier.end AS earlierEnd, earlier.source AS earlierSource,
  later.id AS later, later.year AS laterYear, later.kind AS laterKind, later.word AS laterWord,
  later.voice AS laterVoice, later.text AS laterText, later.start AS laterStart, later.end AS laterEnd, later.source AS laterSource,
  led.relation AS relation, led.evidence AS evidence, led.persons AS persons, led.programs AS programs, led.path AS path
ORDER BY earlier, later
