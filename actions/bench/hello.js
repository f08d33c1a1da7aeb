// SPDX-License-Identifier: Apache-2.0

// hello of c/hello.c in JavaScript, for kinds that run it: {"name": "World"} gives {"greeting": "Hello, World!"}.

function main(params) {
  const name = params.name || 'stranger';
  console.log(`hello: greeting "${name}"`);
  console.error('hello: done');
  return { greeting: `Hello, ${name}!` };
}
