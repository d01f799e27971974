/** Small JSON values kept on the device. A full or refusing storage never breaks a screen. */
import Taro from '@tarojs/taro'

const PREFIX = 'sb:'

/** The stored value, or undefined when there is none or it cannot be read. */
export const recall = (name: string): unknown => {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + name)
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value; answers whether it was kept. */
export const remember = (name: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(PREFIX + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export const forget = (name: string): void => {
  try {
    Taro.removeStorageSync(PREFIX + name)
  } catch {
    // Nothing to forget.
  }
}

/** Names of the values that begin so. A storage that cannot be listed has kept nothing either. */
export const namesFrom = (beginning: string): readonly string[] => {
  try {
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(PREFIX + beginning))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}

/** Forgets every value whose name begins so. */
export const forgetAll = (beginning: string): void => namesFrom(beginning).forEach(forget)

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
