/** How every wx function answers: callbacks when any is given, else a promise. */
import { phone } from '../phone.mjs'

export const done = (name, options, result = {}, ok = true) => {
  const answer = { errMsg: `${name}:${ok ? 'ok' : 'fail'}`, ...result }
  const called = options?.success ?? options?.fail ?? options?.complete
  if (called) {
    queueMicrotask(() => {
      ;(ok ? options.success : options.fail)?.(answer)
      options.complete?.(answer)
    })
    return undefined
  }
  return ok ? Promise.resolve(answer) : Promise.reject(answer)
}

/** Always succeeds with `result`, noting the call. */
export const succeeds =
  (name, result = {}) =>
  (options) => {
    phone.calls.push({ api: name, ...plain(options) })
    return done(name, options, typeof result === 'function' ? result(options) : result)
  }

const plain = (options = {}) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'))

/** What a test set in `phone.mock[name]`, else `fallback`; `{ __fail }` refuses. */
export const mocked =
  (name, fallback = {}) =>
  (options) => {
    phone.calls.push({ api: name, ...plain(options) })
    const set = phone.mock[name]
    const value = (typeof set === 'function' ? set(options) : set) ?? fallback
    return value.__fail
      ? done(name, options, { errMsg: `${name}:fail`, ...value.__fail }, false)
      : done(name, options, value)
  }
