// Reads a JSON array of articles from standard input and finds the quotations
// in each: npm install, then it is one of `go run . articles`.
import { readFileSync } from 'node:fs'
import nlp from 'compromise'

let found = 0
for (const article of JSON.parse(readFileSync(0, 'utf8'))) {
  found += nlp(article).quotations().json({ offset: true }).length
}
console.log(found)
