/** What was written of a policy and is not saved yet: on the device, its author’s alone, until it is saved or thrown away. */
import { forgetOwn, recallOwn, rememberOwn } from '../../../client/own'
import { isRecord } from '../../../client/storage'
import { isWhole } from './whole'
import type { Draft } from './draft'

export interface Kept {
  readonly draft: Draft
  readonly hallId: string
  /** When that was saved which it began with; null: a new one. */
  readonly from: number | null
}

/** One new policy a hall, and each of the server’s by its id. */
export const keptName = (hallId: string, id: string | undefined): string =>
  `policyDraft:${id ?? `new:${hallId}`}`

export const recallKept = (name: string): Kept | undefined => {
  const value = recallOwn(name)
  if (!isRecord(value)) return undefined
  const { draft, hallId, from } = value
  if (!isWhole(draft) || typeof hallId !== 'string') return undefined
  return { draft, hallId, from: typeof from === 'number' ? from : null }
}

export const rememberKept = (name: string, kept: Kept): boolean => rememberOwn(name, kept)
export const forgetKept = (name: string): void => forgetOwn(name)
