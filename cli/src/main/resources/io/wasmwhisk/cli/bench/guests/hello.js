// SPDX-License-Identifier: Apache-2.0

function main(params) {
  console.error('hello: this line goes to stderr');
  console.log('hello: greeting ' + JSON.stringify(params.name));
  return {greeting: 'Hello, ' + params.name + '!'};
}
