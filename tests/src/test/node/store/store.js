// SPDX-License-Identifier: Apache-2.0
//
// A database that speaks enough of CouchDB's API for OpenWhisk, in memory: node store.js PORT. PouchDB's server takes the revision
// of an attachment from the query alone; OpenWhisk sends it as If-Match, as CouchDB's API allows (docs: api/document/attachments).
'use strict'

const express = require('express')
const server = require('express-pouchdb')
const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-memory'))
  .plugin(require('pouchdb-mapreduce'))
  .defaults({ adapter: 'memory' })

const port = Number(process.argv[2])
const store = express()

store.use((request, response, next) => {
  const revision = request.get('If-Match')
  if (revision && !request.query.rev) {
    request.query.rev = revision.replace(/^"|"$/g, '')
  }
  next()
})
store.use(server(PouchDB, { mode: 'minimumForPouchDB' }))
store.listen(port, '127.0.0.1', () => console.log(`store listens on ${port}`))
