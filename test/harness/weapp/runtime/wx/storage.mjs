/** Local storage: JSON values by key. */
import { phone } from '../phone.mjs'
import { done } from './answer.mjs'

const { storage: kept } = phone
const read = (key) => (kept.has(key) ? JSON.parse(kept.get(key)) : '')
const info = () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10240 })

export const storage = {
  setStorageSync: (key, value) => {
    kept.set(key, JSON.stringify(value))
  },
  getStorageSync: read,
  removeStorageSync: (key) => {
    kept.delete(key)
  },
  clearStorageSync: () => kept.clear(),
  getStorageInfoSync: info,
  batchSetStorageSync: (list) => list.forEach(({ key, value }) => kept.set(key, JSON.stringify(value))),
  setStorage: (options) => {
    kept.set(options.key, JSON.stringify(options.data))
    return done('setStorage', options)
  },
  getStorage: (options) =>
    kept.has(options.key)
      ? done('getStorage', options, { data: read(options.key) })
      : done('getStorage', options, { errMsg: 'getStorage:fail data not found' }, false),
  removeStorage: (options) => {
    kept.delete(options.key)
    return done('removeStorage', options)
  },
  clearStorage: (options) => {
    kept.clear()
    return done('clearStorage', options)
  },
  getStorageInfo: (options) => done('getStorageInfo', options, info()),
}
