// SPDX-License-Identifier: Apache-2.0
//
// One life of an action by the npm client: node client.js HOST KEY MODULE. Prints what each call gave as one JSON object.
'use strict'

const fs = require('node:fs')
const openwhisk = require('openwhisk')

const [apihost, apiKey, modulePath] = process.argv.slice(2)
const name = 'npm-hello'

async function life() {
  const actions = openwhisk({ apihost, api_key: apiKey }).actions
  const activations = openwhisk({ apihost, api_key: apiKey }).activations
  const steps = {}
  const bytes = fs.readFileSync(modulePath)

  steps.created = await actions.create({ name, action: bytes, kind: 'wasm', annotations: { note: 'npm' } })
  steps.result = await actions.invoke({ name, blocking: true, result: true, params: { name: 'npm ☃' } })
  steps.record = await actions.invoke({ name, blocking: true, params: { name: 'again' } })
  steps.logs = await eventually(() => activations.logs({ name: steps.record.activationId }))
  steps.accepted = await actions.invoke({ name, params: { name: 'later' } })
  const got = await actions.get({ name })
  steps.codeIsTheSame = Buffer.from(got.exec.code, 'base64').equals(bytes)
  delete got.exec.code
  steps.got = got
  steps.listed = (await actions.list()).filter((action) => action.name === name)
  steps.conflict = await failure(actions.create({ name, action: bytes, kind: 'wasm' }))
  steps.updated = await actions.update({ name, action: bytes, kind: 'wasm', limits: { timeout: 5000 } })
  delete steps.updated.exec
  delete steps.created.exec
  steps.deleted = (await actions.delete({ name })).name
  steps.gone = await failure(actions.get({ name }))
  return steps
}

// A record is stored some moments after the answer to a blocking call, as by a real OpenWhisk.
async function eventually(call) {
  const deadline = Date.now() + 20000
  for (;;) {
    try {
      return await call()
    } catch (e) {
      if (e.statusCode !== 404 || Date.now() > deadline) throw e
    }
  }
}

async function failure(call) {
  try {
    await call
    return 'no failure'
  } catch (e) {
    return { status: e.statusCode, error: e.error.error }
  }
}

life().then(
  (steps) => console.log(JSON.stringify(steps)),
  (e) => {
    console.error(e)
    process.exitCode = 1
  }
)
