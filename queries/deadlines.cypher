// The Cypher of the question of this name: parameters, columns and order are those of the header of deadlines.rq.
MATCH (letter:Letter)-[due:DUE_FOR]->(report:Report)
WHERE ($force IS NULL OR due.force = $force) AND ($verdict IS NULL OR due.verdict = $verdict)
WITH letter, due, report
ORDER BY letter.datedFrom, letter.datedTo, letter.id, report.id
RETURN report.id AS report, report.title AS title, due.force AS force, letter.id AS letter, due.lastDay AS lastDay, letter.dated AS dated,
  due.day AS day, due.verdict AS verdict, due.basis AS basis, due.publishedBasis AS publishedBasis, due.sentence AS sentence, due.rule AS rule
