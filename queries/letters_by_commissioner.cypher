// The Cypher of the question of this name: parameters, columns and order are those of the header of letters_by_commissioner.rq.
MATCH (letter:Letter)
OPTIONAL MATCH (letter)-[:WRITTEN_BY]->(author:Person)
OPTIONAL MATCH (letter)-[:ADDRESSED_TO]->(addressee:Person)
OPTIONAL MATCH (letter)-[:CONCERNS]->(force:Force)
WITH letter, author, addressee, force
ORDER BY letter.datedFrom, letter.datedTo, letter.id
WHERE ($author IS NULL OR author.id = $author) AND ($force IS NULL OR force.id = $force)
RETURN author.id AS author, author.name AS authorName, letter.id AS letter, letter.dated AS dated,
  addressee.id AS addressee, addressee.name AS addresseeName, force.id AS force,
  letter.source AS source, letter.start AS start, letter.end AS end
