/** Required first in every process of a test: a connection or a look-up of a name is noted and refused. */
const { appendFileSync } = require('node:fs')
const dns = require('node:dns')
const net = require('node:net')

const refuse =
  (what) =>
  (...words) => {
    appendFileSync(process.env.NETWORK_NOTES, `${what} ${JSON.stringify(words[0])}\n`)
    throw new Error(`${what}: no network here`)
  }
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...words) {
  const [to] = Array.isArray(words[0]) ? words[0] : words
  // A pipe between a process and its children is no way out.
  if (typeof to?.path === 'string' || typeof to === 'string') return connect.apply(this, words)
  return refuse('connect')(to)
}
dns.lookup = refuse('lookup')
dns.promises.lookup = refuse('lookup')
