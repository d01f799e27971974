/** Idempotency keys: one for each thing a person means to do, kept however often it is sent. */
import { serverNow } from './server-time'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A fresh key. Unique, not secret. */
export const drawKey = (now: number = serverNow(), random: () => number = Math.random): string =>
  `${now.toString(36)}-${Array.from({ length: 16 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')}`

/**
 * Remembers the key of an intention. The same input gets the same key until it is settled: by success or by a refusal
 * that a repeat would not change.
 */
export const createIntention = (draw: () => string = drawKey) => {
  let current: { readonly input: string; readonly key: string } | undefined
  return {
    keyFor: (input: unknown): string => {
      const text = JSON.stringify(input) ?? ''
      if (current?.input !== text) current = { input: text, key: draw() }
      return current.key
    },
    settle: (): void => {
      current = undefined
    },
  }
}
