// The Cypher of the question of this name: parameters, columns and order are those of the header of judgement_history.rq.
MATCH (judgement:Judgement)-[:CONCERNS]->(force:Force {id: $force})
WHERE $pillar IS NULL OR judgement.pillar = $pillar
OPTIONAL MATCH (report:Report)-[:GIVES]->(judgement)
OPTIONAL MATCH (letter:Letter)-[:TELLS_OF]->(judgement)
WITH judgement, force, report, letter
// What is not there comes first in SPARQL and last in Cypher, so its absence is sorted by itself.
ORDER BY report.publishedFrom, report.publishedTo, report.id IS NOT NULL, report.id, judgement.pillar IS NOT NULL, judgement.pillar,
  judgement.question IS NOT NULL, judgement.question, judgement.grade, judgement.id
RETURN force.id AS force, report.id AS report, report.published AS published, judgement.pillar AS pillar, judgement.question AS question,
  judgement.grade AS grade, judgement.comparable AS comparable, letter.id AS letter,
  judgement.text AS text, judgement.start AS start, judgement.end AS end, judgement.source AS source
