// SPDX-License-Identifier: Apache-2.0
//
// require('os'): what little a module can know.
(function (host) {
  'use strict';
  return {
    EOL: '\n',
    arch: () => 'wasm32',
    platform: () => 'wasi',
    type: () => 'WASI',
    release: () => '',
    version: () => host.engine,
    hostname: () => 'localhost',
    homedir: () => '/',
    tmpdir: () => '/tmp',
    endianness: () => 'LE',
    cpus: () => [],
    loadavg: () => [0, 0, 0],
    uptime: () => Number(host.now()) / 1e9,
    totalmem: () => host.memory()[0],
    freemem: () => 0,
    networkInterfaces: () => ({}),
    userInfo: () => ({ uid: 0, gid: 0, username: 'action', homedir: '/', shell: null }),
  };
})
