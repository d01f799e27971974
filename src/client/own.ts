/**
 * What one person has begun and is hers alone, such as a kept seat: it outlives a session that ends on its own, and is
 * there again only for her. Answers of the server are not kept here but under `my:`, and go with the session.
 */
import { onSignOut, personIn, personNow, sessionStore } from './session'
import { forget, isRecord, namesFrom, recall, remember } from './storage'

const PREFIX = 'own:'

const belongsTo = (kept: unknown, person: string | undefined): kept is { readonly value: unknown } =>
  isRecord(kept) && person !== undefined && kept['owner'] === person

/** The value, when it belongs to who is signed in. */
export const recallOwn = (name: string): unknown => {
  const kept = recall(PREFIX + name)
  return belongsTo(kept, personNow()) ? kept.value : undefined
}

const forgetOthers = (person: string | undefined): void => {
  if (person === undefined) return
  for (const name of namesFrom(PREFIX)) if (!belongsTo(recall(name), person)) forget(name)
}
// As soon as somebody else signs in, what was not hers is gone.
forgetOthers(personNow())
sessionStore.subscribe((state) => forgetOthers(personIn(state)))

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
