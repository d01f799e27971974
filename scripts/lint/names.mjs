/** Names that some of our places do not have or must not use. */

/** Present in a browser, hidden or absent in WeChat's logic layer. */
export const NOT_IN_WECHAT = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'fetch',
  'location',
  'navigator',
  'history',
  'AbortController',
  'URL',
  'URLSearchParams',
  'FormData',
  'XMLHttpRequest',
  'WebSocket',
  'alert',
  'confirm',
  'prompt',
  'crypto',
  'structuredClone',
  'TextEncoder',
  'TextDecoder',
  'btoa',
  'atob',
  'Intl',
  'Image',
  'Blob',
  'File',
  'FileReader',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'matchMedia',
  'queueMicrotask',
  'performance',
]
/** A phone's clock may be days off: screens go by the server's. */
export const NOT_THE_DEVICES_CLOCK = {
  name: 'Date',
  message: 'screens go by the server’s time: serverNow() of client/server-time.ts',
}
/** What would make a rule depend on more than its arguments. */
export const NOT_IN_RULES = [
  ...NOT_IN_WECHAT,
  'process',
  'Buffer',
  'setTimeout',
  'setInterval',
  'console',
  'require',
]

const message = 'pure files take the clock and randomness as arguments'
export const IMPURE_SYNTAX = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message },
  { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'locale methods use Intl, which WeChat hides',
  },
]
export const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'export by name; only what a framework loads has a default export',
}
