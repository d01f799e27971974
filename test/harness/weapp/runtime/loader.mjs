/** The CommonJS loader of WeChat's logic layer: ES built-ins only, sub-packages usable after they are loaded. */
import { packageOf, resolvePath } from './packages.mjs'
import { bundle } from './phone.mjs'

const BUILT_IN = [
  'Object',
  'Function',
  'Array',
  'Number',
  'String',
  'Boolean',
  'Symbol',
  'BigInt',
  'Math',
  'Date',
  'RegExp',
  'JSON',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'WeakRef',
  'Promise',
  'Proxy',
  'Reflect',
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
  'AggregateError',
  'ArrayBuffer',
  'DataView',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'NaN',
  'Infinity',
  'undefined',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
  'escape',
  'unescape',
  'console',
]
const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
const FROM_WECHAT = ['wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages']

const logicGlobal = {}
for (const name of BUILT_IN) logicGlobal[name] = window[name]
for (const name of TIMERS) logicGlobal[name] = window[name].bind(window)
for (const name of FROM_WECHAT)
  Object.defineProperty(logicGlobal, name, { get: () => window[name], configurable: true })

const cache = new Map()
const loadedPackages = new Set()
export const markLoaded = (sub) => {
  loadedPackages.add(sub.root)
}

export const load = (path) => {
  const file = path.endsWith('.js') ? path : `${path}.js`
  const factory = bundle.modules[file]
  if (!factory) throw new Error(`module '${file}' is not defined`)
  const sub = packageOf(file)
  if (sub && !sub.independent && !loadedPackages.has(sub.root))
    throw new Error(`sub-package ${sub.root} is not loaded yet (require ${file})`)
  const known = cache.get(file)
  if (known) return known.exports
  const module = { exports: {} }
  cache.set(file, module)
  const require = (relative) => load(resolvePath(file, relative))
  require.async = async (relative) => require(relative)
  factory(require, module, module.exports, logicGlobal, logicGlobal)
  return module.exports
}
