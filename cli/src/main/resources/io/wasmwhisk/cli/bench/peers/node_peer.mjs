// SPDX-License-Identifier: Apache-2.0
//
// node: a new WebAssembly instance in one process, with node:wasi. The same requests and answers as wasmtime_peer.py.

import {closeSync, ftruncateSync, fstatSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

process.removeAllListeners('warning'); // that node:wasi is experimental
const {WASI} = await import('node:wasi');

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const bytes = readFileSync(plan.module);
const scratch = mkdtempSync(join(tmpdir(), 'wasmwhisk-node-'));
process.on('exit', () => rmSync(scratch, {recursive: true, force: true}));
writeFileSync(join(scratch, 'stdin'), plan.stdin);
const stdout = openSync(join(scratch, 'stdout'), 'w+');
const stderr = openSync('/dev/null', 'w');
const buffer = Buffer.alloc(1 << 20);
let number = 0;

const now = () => Number(process.hrtime.bigint());
const cpu = () => { const {user, system} = process.cpuUsage(); return (user + system) * 1000; };
const say = (name, wall, spent, samples) => process.stdout.write([name, wall, spent, ...samples].join(' ') + '\n');
const sum = samples => samples.reduce((a, b) => a + b, 0);

// The module with another custom section (core specification, 5.5.3).
function unseen() {
  number++;
  return Buffer.concat([bytes, Buffer.from([0, 9, 1]), Buffer.from('n' + String(number).padStart(7, '0'))]);
}

function call(module, expected) {
  const stdin = openSync(join(scratch, 'stdin'), 'r');
  ftruncateSync(stdout);
  const wasi = new WASI({version: 'preview1', args: ['guest', ...plan.arguments], env: {}, stdin, stdout, stderr,
    preopens: plan.directory ? {'/': plan.directory} : {}, returnOnExit: true});
  const code = wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
  closeSync(stdin);
  const size = fstatSync(stdout).size;
  const length = readSync(stdout, buffer, 0, buffer.length, Math.max(0, size - buffer.length));
  const output = buffer.toString('utf8', 0, length).trimEnd();
  if (code !== 0 || !output.endsWith(expected)) {
    throw new Error(`exit code ${code}, and the output ${JSON.stringify(output.slice(-200))} does not end with ${JSON.stringify(expected)}`);
  }
}

// stdout has one position for all instances: each must begin at 0 again, so it is opened for appending.
closeSync(stdout);
const appended = openSync(join(scratch, 'stdout'), 'a+');
if (appended !== stdout) throw new Error(`descriptor ${appended} in place of ${stdout}`);

const known = new WebAssembly.Module(unseen());

const requests = {
  fresh(millis, least) {
    const compiled = [], cold = [], both = [], spent = cpu(), began = now();
    while (both.length < least || now() - began < millis * 1e6) {
      const code = unseen(), first = now();
      const module = new WebAssembly.Module(code), second = now();
      call(module, plan.expected);
      const third = now();
      compiled.push(second - first);
      cold.push(third - second);
      both.push(third - first);
    }
    const used = cpu() - spent;
    say('compile', sum(compiled), 0, compiled);
    say('cold', sum(cold), 0, cold);
    say('new', sum(both), used, both);
  },
  calls(threads, millis, pauseMicros, most) {
    if (threads !== 1) return say('absent', 0, 0, []);
    const samples = [], spent = cpu(), began = now(), sleeper = new Int32Array(new SharedArrayBuffer(4));
    while (samples.length < most && now() - began < millis * 1e6) {
      if (pauseMicros) Atomics.wait(sleeper, 0, 0, pauseMicros / 1000);
      const start = now();
      call(known, plan.expected);
      samples.push(now() - start);
    }
    say('calls', now() - began, cpu() - spent, samples);
  },
  overhead(calls) {
    // (module (memory (export "memory") 1) (func (export "_start")))
    const empty = new WebAssembly.Module(Buffer.from(
      '0061736d010000000104016000000302010005030100010713' + '02066d656d6f72790200065f737461727400000a040102000b', 'hex'));
    const samples = [], spent = cpu(), began = now();
    for (let i = 0; i < calls; i++) {
      const start = now();
      call(empty, '');
      samples.push(now() - start);
    }
    say('overhead', now() - began, cpu() - spent, samples);
  },
  course(activations, millis, mostMillis) {
    const code = unseen(), began = now(), module = new WebAssembly.Module(code), compiled = now();
    const walls = [], cpus = [];
    for (;;) {
      const passed = (now() - compiled) / 1e6;
      if (passed >= mostMillis || (passed >= millis && walls.length >= activations)) break;
      const spent = cpu(), start = now();
      call(module, plan.expected);
      walls.push(now() - start);
      cpus.push(cpu() - spent);
    }
    const kept = samples => samples.length <= activations + 10 ? samples : [...samples.slice(0, activations), ...samples.slice(-10)];
    let within = 0;
    for (let passed = 0; within < walls.length; within++) {
      passed += walls[within];
      if (passed > millis * 1e6) break;
    }
    say('compile', compiled - began, 0, [compiled - began]);
    say('activations', sum(walls), sum(cpus), kept(walls));
    say('processor', 0, 0, kept(cpus));
    say('within', millis, 0, [within]);
  },
};

function guarded(work) {
  try {
    work();
  } catch (failure) {
    writeSync(1, `error ${String(failure.message).replaceAll(/\s+/g, ' ')}\n`);
    process.exit(1);
  }
}

guarded(() => {
  call(known, plan.expected);
  writeSync(1, `ready ${process.versions.node}\n`);
});
createInterface({input: process.stdin}).on('line', line =>
  guarded(() => {
    const [request, ...numbers] = line.trim().split(' ');
    requests[request === 'new' ? 'fresh' : request](...numbers.map(Number));
    process.stdout.write('end\n');
  }));
