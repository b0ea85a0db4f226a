/**
 * What the same machine does when nothing but Node.js and one query is between a call and its answer: the measure for
 * figures of machines that differ. Forked with an address of a database; tells its own by a message.
 */
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 })
const query = { name: 'one', text: 'SELECT id, slug, title FROM products LIMIT 1' }
const server = createServer(async (_request, response) => {
  const { rows } = await pool.query(query)
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(rows))
})
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`))
process.once('disconnect', () => process.exit())
