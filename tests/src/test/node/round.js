// SPDX-License-Identifier: Apache-2.0
//
// What OpenWhisk offers around actions, by the npm client and, for web actions, by fetch: node round.js HOST KEY ACTIONS.
// ACTIONS is the directory of the guests. Prints what each step gave as one JSON object; a step that failed gives
// its error, and the others go on. It removes what it made.
'use strict'

const fs = require('node:fs')
const path = require('node:path')
const openwhisk = require('openwhisk')

const [apihost, apiKey, directory] = process.argv.slice(2)
const ow = openwhisk({ apihost, api_key: apiKey })
const steps = {}
const made = []

const guest = (name) => fs.readFileSync(path.join(directory, name))
const mirror = guest('c/mirror.wasm')
const raw = (value) => ({ raw: JSON.stringify(value) })

async function step(name, run) {
  try {
    steps[name] = await run()
  } catch (e) {
    const { error = e.message, response } = e.error || {}
    steps[name] = response
      ? { status: e.statusCode, kind: response.status, error: response.result.error }
      : { status: e.statusCode, error }
  }
}

async function action(name, options) {
  await ow.actions.update({ name, kind: 'wasm', action: mirror, ...options })
  made.unshift(() => ow.actions.delete({ name }))
}

const invoke = (name, params) => ow.actions.invoke({ name, params, blocking: true, result: true })

async function eventually(call, done = () => true) {
  const deadline = Date.now() + 30000
  for (;;) {
    try {
      const value = await call()
      if (done(value)) return value
    } catch (e) {
      if (e.statusCode !== 404) throw e
    }
    if (Date.now() > deadline) throw new Error('it did not come within 30 s')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const record = (id) => eventually(() => ow.activations.get({ name: id }))

async function packages() {
  const values = (names, value) => names.map((key) => ({ key, value }))
  await step('package', async () => {
    made.push(() => ow.packages.delete({ name: 'round-tools' }))
    await ow.packages.update({ name: 'round-tools', package: { publish: true, parameters: values(['a', 'b', 'c', 'd'], 'package') } })
    await action('round-tools/mirror', { params: { b: 'action', c: 'action' } })
    return invoke('round-tools/mirror', { c: 'call', e: 'call' })
  })
  await step('binding', async () => {
    made.splice(-1, 0, () => ow.packages.delete({ name: 'round-bound' })) // before the package
    await ow.packages.update({
      name: 'round-bound',
      package: { binding: { namespace: '_', name: 'round-tools' }, parameters: values(['a', 'b'], 'binding') },
    })
    return invoke('round-bound/mirror', { c: 'call' })
  })
  await step('packageHolds', async () => (await ow.packages.get({ name: 'round-tools' })).actions.map((a) => a.name))
  await step('packagesListed', async () =>
    (await ow.packages.list()).map((p) => p.name).filter((name) => name.startsWith('round-')).sort())
}

async function sequences() {
  await action('round-mirror', {})
  await action('round-hello', { action: guest('rust/hello.wasm') })
  await action('round-array', { params: raw([1, { a: 2.50 }, 12345678901234567890n.toString()]) })
  await action('round-stop', { params: raw({ error: 'stop here' }) })
  const sequence = (name, ...parts) => {
    made.unshift(() => ow.actions.delete({ name }))
    return ow.actions.update({ name, sequence: parts.map((part) => `/_/${part}`) })
  }
  await step('sequence', async () => {
    await sequence('round-sequence', 'round-hello', 'round-tools/mirror', 'round-mirror')
    const run = await ow.actions.invoke({ name: 'round-sequence', params: { name: 'in a row' }, blocking: true })
    const parts = []
    for (const id of run.logs.length ? run.logs : (await record(run.activationId)).logs) parts.push((await record(id)).name)
    return { result: run.response.result, parts }
  })
  await step('arrays', async () => {
    await sequence('round-arrays', 'round-array', 'round-mirror')
    return invoke('round-arrays', {})
  })
  await step('sequenceOfSequences', async () => {
    await sequence('round-nested', 'round-sequence', 'round-mirror')
    return invoke('round-nested', { name: 'deep' })
  })
  await step('sequenceStops', async () => {
    await sequence('round-stops', 'round-stop', 'round-mirror')
    return invoke('round-stops', {})
  })
}

async function triggers() {
  await step('rule', async () => {
    made.push(() => ow.rules.delete({ name: 'round-rule' }), () => ow.triggers.delete({ name: 'round-trigger' }))
    await ow.triggers.update({ name: 'round-trigger', trigger: { parameters: [{ key: 'name', value: 'by default' }] } })
    await ow.rules.update({ name: 'round-rule', action: '/_/round-hello', trigger: '/_/round-trigger' })
    const since = Date.now() - 1
    const fired = await ow.triggers.invoke({ name: 'round-trigger', params: { name: 'a trigger' } })
    const ran = await eventually(
      () => ow.activations.list({ name: 'round-hello', since, docs: true }),
      (list) => list.some((each) => each.cause === fired.activationId || each.response.result.greeting === 'Hello, a trigger!'))
    return ran.map((each) => each.response.result)
  })
  await step('ruleOff', async () => {
    await ow.rules.disable({ name: 'round-rule' })
    const status = (await ow.rules.get({ name: 'round-rule' })).status
    await ow.rules.enable({ name: 'round-rule' })
    return [status, (await ow.rules.get({ name: 'round-rule' })).status]
  })
}

async function web() {
  const page = (name, answer, annotations = {}) =>
    action(name, { params: answer, annotations: { 'web-export': true, ...annotations } })
  const fetched = async (rest, options = {}) => {
    const answer = await fetch(`${apihost}/api/v1/web/guest/default/${rest}`, options)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, type: answer.headers.get('content-type'), header: answer.headers.get('x-round'), body: bytes.toString() }
  }
  const binary = Buffer.from(Array.from({ length: 256 }, (_, i) => i))

  await step('webHttp', async () => {
    await page('round-http', raw({ statusCode: 418, headers: { 'X-Round': 'yes', 'Content-Type': 'text/plain' }, body: 'short ☃' }))
    return fetched('round-http.http')
  })
  await step('webRedirect', async () => {
    await page('round-redirect', raw({ statusCode: 302, headers: { location: 'http://example.com/' }, body: '' }))
    const answer = await fetch(`${apihost}/api/v1/web/guest/default/round-redirect.http`, { redirect: 'manual' })
    return { status: answer.status, location: answer.headers.get('location') }
  })
  await step('webJson', async () => {
    await page('round-web', {})
    const answer = await fetched('round-web.json/a/b?x=1&y=%E2%98%83')
    const { __ow_headers: headers, ...params } = JSON.parse(answer.body).params
    return { status: answer.status, type: answer.type, params: headers.host ? params : 'no headers' }
  })
  await step('webRequest', async () => {
    const answer = await fetched('round-web.json?q=1', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Round': 'sent' },
      body: '{"in":{"body":[1]}}',
    })
    const { params } = JSON.parse(answer.body)
    return { method: params.__ow_method, header: params.__ow_headers['x-round'], q: params.q, in: params.in }
  })
  await step('webText', async () => {
    await page('round-text', raw({ text: 'plain ☃' }))
    return fetched('round-text.text')
  })
  await step('webHtml', async () => {
    await page('round-html', raw({ html: '<p>☃</p>' }))
    return fetched('round-html.html')
  })
  await step('webSvg', async () => {
    await page('round-svg', raw({ svg: '<svg/>' }))
    return fetched('round-svg.svg')
  })
  await step('binaryIn', async () => {
    await page('round-raw', {}, { 'raw-http': true })
    const answer = await fetched('round-raw.json?q=1', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: binary,
    })
    const { params } = JSON.parse(answer.body)
    return { same: Buffer.from(params.__ow_body, 'base64').equals(binary), query: params.__ow_query }
  })
  await step('binaryOut', async () => {
    await page('round-image', raw({ statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: binary.toString('base64') }))
    const answer = await fetch(`${apihost}/api/v1/web/guest/default/round-image.http`)
    return { same: Buffer.from(await answer.arrayBuffer()).equals(binary), type: answer.headers.get('content-type') }
  })
  await step('webApplicationError', async () => {
    await page('round-web-error', raw({ error: { statusCode: 403, body: 'no page today' } }))
    return fetched('round-web-error.http')
  })
  await step('notWeb', async () => {
    const answer = await fetched('round-mirror.json')
    return { status: answer.status, error: JSON.parse(answer.body).error }
  })
}

async function conductors() {
  await step('conductor', async () => {
    await action('add', { action: guest('c/add.wasm') })
    await action('round-conductor', { action: guest('c/conductor.wasm'), annotations: { conductor: true } })
    return invoke('round-conductor', { n: 20 })
  })
  await step('conductorSeesFailure', () => invoke('round-conductor', { n: 20, fail: true }))
}

async function limits() {
  await step('concurrency', async () => {
    await action('round-parallel', { limits: { concurrency: 20, memory: 512 } })
    await invoke('round-parallel', {})
    const runs = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ow.actions.invoke({ name: 'round-parallel', params: { sleepMs: 3000, i }, blocking: true })))
    return {
      own: runs.every((run, i) => run.response.result.params.i === i),
      // 8 containers of 512 MB fit into the pool's 4096 MB.
      together: Math.max(...runs.map((run) => runs.filter((other) => other.start <= run.start && run.start < other.end).length)),
    }
  })
  await step('blackbox', async () => {
    made.unshift(() => ow.actions.delete({ name: 'round-blackbox' }))
    await ow.actions.update({
      name: 'round-blackbox',
      action: {
        exec: { kind: 'blackbox', image: 'wasmwhisk/action-wasm', binary: true, code: guest('c/hello.wasm').toString('base64') },
      },
    })
    return invoke('round-blackbox', { name: 'black box' })
  })
  await step('bigResult', async () => (await invoke('round-mirror', { big: '☃'.repeat(340000) })).params.big.length)
  await step('tooBigResult', async () => {
    await invoke('round-mirror', { big: 'x'.repeat(1048560) }).catch((e) => {
      throw new Error(e.error.response.result.error.split(' The truncated')[0])
    })
  })
  await step('trap', () => invoke('round-mirror', { trap: true }))
  await step('timeOut', async () => {
    await action('round-short', { limits: { timeout: 500 } })
    return invoke('round-short', { loop: true })
  })
  await step('memory', async () => {
    await action('round-small', { limits: { memory: 16 } })
    return invoke('round-small', { allocateMb: 32 })
  })
  await step('noResult', () => invoke('round-mirror', { raw: 'no JSON' }))
  await step('memoryRefused', () => action('round-huge', { limits: { memory: 100000 } }))
  await step('logsOff', async () => {
    await action('round-silent', { limits: { logs: 0 } })
    const run = await ow.actions.invoke({ name: 'round-silent', params: {}, blocking: true })
    return (await record(run.activationId)).logs
  })
}

// By their letters: JavaScript's numbers would round them.
async function verbatim() {
  const call = async (method, rest, body) => {
    const answer = await fetch(`${apihost}/api/v1/namespaces/_/${rest}`, {
      method,
      headers: { Authorization: 'Basic ' + Buffer.from(apiKey).toString('base64'), 'Content-Type': 'application/json' },
      body,
    })
    return (await answer.text()).replace(/\s/g, '')
  }
  await step('bigNumbers', async () => {
    const numbers = '[12345678901234567890.123456789,9007199254740993,-0.1000,1E+30]'
    await action('round-numbers', { params: { raw: `{"numbers":${numbers}}` } })
    made.unshift(() => ow.actions.delete({ name: 'round-exactly' }))
    await ow.actions.update({ name: 'round-exactly', sequence: ['/_/round-numbers', '/_/round-mirror', '/_/round-mirror'] })
    return [
      await call('POST', 'actions/round-exactly?blocking=true&result=true', '{}'),
      await call('POST', 'actions/round-mirror?blocking=true&result=true', `{"numbers":${numbers}}`),
    ]
  })
  await step('initParameters', async () => {
    made.unshift(() => ow.actions.delete({ name: 'round-init' }))
    const code = guest('c/echo-env.wasm').toString('base64')
    const parameters = [
      { key: 'EMPTY', value: '', init: true },
      { key: 'NUMBER', value: 1.5, init: true },
      { key: 'OBJECT', value: { a: ['☃'] }, init: true },
      { key: 'argument', value: 'no variable' },
    ]
    await call('PUT', 'actions/round-init?overwrite=true', JSON.stringify({ exec: { kind: 'wasm', code, binary: true }, parameters }))
    const run = await ow.actions.invoke({ name: 'round-init', params: { more: true }, blocking: true })
    const { args, env } = run.response.result
    const { __OW_ACTIVATION_ID: id, __OW_TRANSACTION_ID: tid, __OW_DEADLINE: deadline, __OW_API_HOST: host, ...rest } = env
    return {
      args: JSON.parse(args[1]),
      env: rest,
      told: [id === run.activationId, tid.length > 0, Number(deadline) > Date.now(), host.startsWith('http')],
    }
  })
}

async function javascript() {
  const script = (name, code, options = {}) => action(name, { kind: 'nodejs:default', action: code, ...options })

  await step('javascript', async () => {
    await script('round-script', `
      function main(params) {
        console.log('told', params.name)
        console.error({ list: params.list })
        return { greeting: 'Hello, ' + params.name, list: params.list, action: process.env.__OW_ACTION_NAME }
      }`)
    const run = await ow.actions.invoke({ name: 'round-script', params: { name: '☃', list: [1, 2.5] }, blocking: true })
    const { logs } = await eventually(() => record(run.activationId), (found) => found.logs.length > 0)
    return {
      kind: (await ow.actions.get({ name: 'round-script' })).exec.kind,
      result: run.response.result,
      logs: logs.map((line) => line.slice(line.indexOf(' ') + 1)).sort(),
    }
  })
  await step('javascriptPromise', async () => {
    await script('round-promise', 'const main = (p) => new Promise((done) => setTimeout(() => done({ later: p.n + 1 }), 20))')
    return invoke('round-promise', { n: 1 })
  })
  await step('javascriptThrows', async () => {
    await script('round-throws', "function main() { throw new Error('on purpose') }")
    return invoke('round-throws', {})
  })
  await step('javascriptRejects', async () => {
    await script('round-rejects', "const main = () => Promise.reject('no, sorry')")
    return invoke('round-rejects', {})
  })
  await step('javascriptEndsWhenLoaded', async () => {
    await script('round-exits', 'process.exit(0); function main() {}')
    return invoke('round-exits', {})
  })
  await step('javascriptPackage', async () => {
    const bytes = zip({
      'package.json': '{"name":"greeter","main":"lib/start.js"}',
      'lib/start.js': "exports.niam = (p) => ({ text: require('greet')(p.name) })",
      'node_modules/greet/index.js': "module.exports = (name) => 'Hello, ' + name + ' ☃'",
    })
    const exec = { kind: 'nodejs:default', binary: true, main: 'niam', code: bytes.toString('base64') }
    await script('round-package', { exec })
    return invoke('round-package', { name: 'package' })
  })
  await step('javascriptIndex', async () => {
    await script('round-index', zip({ 'index.js': 'exports.main = async (p) => p' }))
    return invoke('round-index', { list: [1, { a: null }] })
  })
  await step('javascriptInSequence', async () => {
    await script('round-shout', 'const main = (p) => ({ shout: p.greeting.toUpperCase() })')
    made.unshift(() => ow.actions.delete({ name: 'round-languages' }))
    await ow.actions.update({ name: 'round-languages', sequence: ['/_/round-hello', '/_/round-shout', '/_/round-mirror'] })
    return invoke('round-languages', { name: 'row' })
  })
  await step('javascriptOnTheWeb', async () => {
    await script(
      'round-script-web',
      "const main = (p) => ({ statusCode: 201, headers: { 'X-Round': p.__ow_method }, body: { asked: p.q } })",
      { annotations: { 'web-export': true } })
    const answer = await fetch(`${apihost}/api/v1/web/guest/default/round-script-web.http?q=%E2%98%83`)
    return { status: answer.status, header: answer.headers.get('x-round'), body: await answer.json() }
  })
}

// A zip whose files are not compressed (PKWARE's APPNOTE, 4.3).
function zip(files) {
  const local = []
  const central = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text)
    const sum = crc32(bytes)
    const entry = Buffer.alloc(26) // of both headers, from the version on
    entry.writeUInt16LE(20, 0)
    entry.writeUInt32LE(sum, 10)
    entry.writeUInt32LE(bytes.length, 14)
    entry.writeUInt32LE(bytes.length, 18)
    entry.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), entry, place, Buffer.from(name))
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), entry, Buffer.from(name), bytes])
    local.push(file)
    at += file.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(local.length, 8)
  end.writeUInt16LE(local.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}

function crc32(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

async function round() {
  for (const part of [packages, sequences, triggers, web, conductors, limits, verbatim, javascript]) await part()
  await step('removed', async () => {
    let count = 0
    for (const remove of made) {
      await remove()
      count++
    }
    return count === made.length
  })
  console.log(JSON.stringify(steps, null, process.stdout.isTTY ? 2 : 0))
}

round()
