/** `wx.cloud`: a function call crosses to the built `dist/functions/<name>`, which runs in Node on a real database file. */
import { phone } from '../phone.mjs'
import { done } from './answer.mjs'

/** CloudBase refuses larger request bodies. */
const BODY_LIMIT = 100 * 1024
let environment

const callOnce = async ({ name, data }) => {
  if (environment === undefined)
    throw new Error("-501000 Cloud API isn't enabled, please call wx.cloud.init first")
  const text = JSON.stringify(data ?? {})
  if (new TextEncoder().encode(text).length > BODY_LIMIT)
    throw new Error('-504002 request body is over 100 kB')
  if (phone.network === 'none') throw new Error('-601034 request:fail no network')
  const set = phone.mock.callFunction
  const mocked = typeof set === 'function' ? await set({ name, data }) : undefined
  if (mocked?.__fail) throw new Error(mocked.__fail.errMsg ?? 'mocked failure')
  return mocked ?? JSON.parse(await window.__callFunction(name, text))
}

export const cloud = {
  init: (options = {}) => {
    environment = options.env ?? ''
  },
  callFunction: (options) => {
    phone.calls.push({ api: 'callFunction', name: options.name, procedure: options.data?.procedure })
    return callOnce(options).then(
      (result) => done('cloud.callFunction', options, { result, requestID: String(phone.calls.length) }),
      (error) =>
        done(
          'cloud.callFunction',
          options,
          { errCode: -1, errMsg: `cloud.callFunction:fail ${error.message}` },
          false,
        ),
    )
  },
}
