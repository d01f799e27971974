/** Requests, files over the network, and the state of the network. */
import { phone } from '../phone.mjs'
import { done, mocked } from './answer.mjs'

const withQuery = (url, data) => {
  const search = new URLSearchParams(data).toString()
  return search === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${search}`
}
const parsed = (text, type) => {
  if (type !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const send = async (options, signal) => {
  if (phone.network === 'none') throw new Error('no network')
  const set = phone.mock.request
  if (set) return set(options)
  const { url, data, dataType = 'json', responseType } = options
  const method = (options.method ?? 'GET').toUpperCase()
  const raw = typeof data === 'string' || data instanceof ArrayBuffer
  const answer = await fetch(method === 'GET' && data ? withQuery(url, data) : url, {
    method,
    signal,
    credentials: 'omit',
    headers: { 'content-type': 'application/json', ...options.header },
    body: method === 'GET' || data === undefined ? undefined : raw ? data : JSON.stringify(data),
  })
  const body =
    responseType === 'arraybuffer' ? await answer.arrayBuffer() : parsed(await answer.text(), dataType)
  return { data: body, statusCode: answer.status, header: Object.fromEntries(answer.headers) }
}

const task = (abort = () => {}) => ({
  abort,
  onHeadersReceived() {},
  offHeadersReceived() {},
  onChunkReceived() {},
  offChunkReceived() {},
  onProgressUpdate() {},
  offProgressUpdate() {},
})

export const network = {
  request(options) {
    phone.calls.push({
      api: 'request',
      url: options.url,
      method: options.method ?? 'GET',
      data: options.data,
    })
    const controller = new AbortController()
    send(options, controller.signal)
      .then(
        (answer) => ({ errMsg: 'request:ok', statusCode: 200, header: {}, cookies: [], ...answer }),
        (error) => ({ errno: 600001, errMsg: `request:fail ${error.message}` }),
      )
      .then((answer) => {
        ;(answer.errno ? options.fail : options.success)?.(answer)
        options.complete?.(answer)
      })
    return task(() => controller.abort())
  },
  uploadFile(options) {
    mocked('uploadFile', { statusCode: 200, data: '{}' })(options)
    return task()
  },
  downloadFile(options) {
    mocked('downloadFile', { statusCode: 200, tempFilePath: 'http://tmp/file' })(options)
    return task()
  },
  getNetworkType: (options) => done('getNetworkType', options, { networkType: phone.network }),
  connectSocket: () => ({ onOpen() {}, onMessage() {}, onClose() {}, onError() {}, send() {}, close() {} }),
}
/** A test takes the phone off the network and brings it back. */
phone.setNetwork = (type) => {
  phone.network = type
  phone.emit('NetworkStatusChange', { isConnected: type !== 'none', networkType: type })
}
