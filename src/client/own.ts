/**
 * What one person has begun and is hers alone, such as a kept seat: it outlives a session that ends on its own, and is
 * there again only for her. Answers of the server are not kept here but under `my:`, and go with the session.
 */
import { onSignOut, personNow } from './session'
import { forget, isRecord, recall, remember } from './storage'

const PREFIX = 'own:'

/** The value, when it belongs to who is signed in; somebody else's is thrown away. */
export const recallOwn = (name: string): unknown => {
  const kept = recall(PREFIX + name)
  const person = personNow()
  if (!isRecord(kept) || person === undefined) return undefined
  if (kept['owner'] === person) return kept['value']
  forget(PREFIX + name)
  return undefined
}

/** Keeps a value for who is signed in; for nobody, nothing. */
export const rememberOwn = (name: string, value: unknown): boolean => {
  const owner = personNow()
  return owner !== undefined && remember(PREFIX + name, { owner, value })
}

export const forgetOwn = (name: string): void => forget(PREFIX + name)

/** What is too personal to lie on the device while nobody is signed in: in memory alone, until the page is closed. */
const typed = new Map<string, { readonly owner: string; readonly value: unknown }>()
onSignOut(() => typed.clear())

/** What who is signed in had typed here, before her session ended. */
export const recallTyped = (name: string): unknown => {
  const kept = typed.get(name)
  return kept?.owner === personNow() ? kept?.value : undefined
}

export const rememberTyped = (name: string, value: unknown): void => {
  const owner = personNow()
  if (owner !== undefined) typed.set(name, { owner, value })
}

export const forgetTyped = (name: string): void => {
  typed.delete(name)
}
