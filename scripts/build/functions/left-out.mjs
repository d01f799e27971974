/**
 * Parts of packages that no function calls, left out of its files. Each takes the place of whole modules with names that throw
 * when called. A rule that no longer meets a module fails the build: an update has moved something.
 */

/** Names that some module asks for as it is loaded, to build methods out of: those methods throw. */
const MAKERS = "const leftOut = () => () => { throw new Error('left out of functions') }"
const CALLS = "const leftOut = () => { throw new Error('left out of functions') }"

/** Of ES modules: the same names, read from the module itself. */
const named = (code) => async (path) => {
  const names = Object.keys(await import(path))
  return `${code}\n${names.map((name) => `export { leftOut as ${name} }`).join('\n')}`
}

/** Of CommonJS modules: any property is there, and throws when called or constructed. */
const anything = () => `
const fail = () => { throw new Error('left out of functions') }
const leftOut = new Proxy(() => undefined, { apply: fail, get: (_, name) => (name === '__esModule' || typeof name === 'symbol' ? undefined : leftOut) })
module.exports = leftOut`

/** @typedef {{ what: string, modules: RegExp, contents: (path: string) => string | Promise<string> }} Rule */

/** @type {readonly Rule[]} */
export const OF_FUNCTIONS = [
  {
    what: 'JSON Schema: 19 kB of zod, called by the generator of docs only',
    modules: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors|json-schema-generator)\.js$/,
    contents: named(MAKERS),
  },
  {
    what: 'event streams of oRPC, which load Web Streams at start: answers of functions are single values',
    modules: /\/@orpc\/standard-server\/dist\/index\.mjs$/,
    contents: named(CALLS),
  },
]

/** @type {readonly Rule[]} */
export const OF_CLOUDBASE = [
  {
    what: 'models, MySQL, agents and streams',
    modules:
      /\/@cloudbase\/(wx-cloud-client-sdk\/|node-sdk\/dist\/(ai|cloudrun|analytics|notification|logger)\/)/,
    contents: anything,
  },
  { what: 'tickets of a custom sign-in', modules: /\/jsonwebtoken\/index\.js$/, contents: anything },
  {
    what: 'listening to a query',
    modules: /\/@cloudbase\/database\/dist\/commonjs\/realtime\//,
    contents: anything,
  },
  {
    what: 'the address of the metadata host, which a cloud function does not need',
    modules: /\/axios\/index\.js$/,
    contents: anything,
  },
  {
    what: 'multipart forms: files are sent by PUT',
    modules: /\/form-data\/lib\/form_data\.js$/,
    contents: anything,
  },
  {
    what: 'writing XML: answers of the file store are only read',
    modules: /\/xmlbuilder\/lib\/index\.js$/,
    contents: anything,
  },
  { what: 'outgoing proxies', modules: /\/https?-proxy-agent\/dist\/index\.js$/, contents: anything },
]

/** @type {readonly Rule[]} */
export const OF_POSTGRES = [
  {
    what: 'libpq, and sockets of another platform',
    modules: /^(pg-native|pg-cloudflare)$/,
    contents: anything,
  },
]

/** @type {readonly Rule[]} */
export const OF_PDF = [
  {
    what: 'fonts of the web: ours is a plain one',
    modules: /\/brotli\/decompress\.js$/,
    contents: anything,
  },
]

/** @param {readonly Rule[]} rules */
export const leaveOut = (rules) => ({
  name: 'leave-out',
  setup: ({ onLoad, onResolve, onEnd }) => {
    const met = new Set()
    for (const rule of rules) {
      const load = async ({ path }) => {
        met.add(rule)
        return { contents: await rule.contents(path), loader: 'js' }
      }
      // A package that need not be installed has no path of its own.
      if (rule.modules.source.startsWith('^')) {
        onResolve({ filter: rule.modules }, ({ path }) => ({ path, namespace: 'left-out' }))
        onLoad({ filter: rule.modules, namespace: 'left-out' }, load)
      } else {
        onLoad({ filter: rule.modules }, load)
      }
    }
    onEnd(() => ({
      errors: rules
        .filter((rule) => !met.has(rule))
        .map(({ what, modules }) => ({ text: `nothing to leave out any more: ${what} (${modules.source})` })),
    }))
  },
})
