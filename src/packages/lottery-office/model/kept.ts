/** What was typed of a campaign and is not saved yet: on the device, its author’s alone, until it is saved or thrown away. */
import { forgetOwn, recallOwn, rememberOwn } from '../../../client/own'
import { isRecord } from '../../../client/storage'
import { isTree, type Draft, type Json } from './tree'

export interface Kept {
  readonly draft: Draft
  readonly hallId: string
  /** Hash of the draft that it began with; null: a new campaign. */
  readonly from: string | null
}

/** One new campaign a hall, and each draft of the server by its id. */
export const keptName = (hallId: string, id: string | undefined): string =>
  `lotteryDraft:${id ?? `new:${hallId}`}`

export const recallKept = (name: string): Kept | undefined => {
  const value = recallOwn(name)
  if (!isRecord(value)) return undefined
  const { draft, hallId, from } = value
  if (!isTree(draft as Json) || typeof hallId !== 'string') return undefined
  return { draft: draft as Draft, hallId, from: typeof from === 'string' ? from : null }
}

export const rememberKept = (name: string, kept: Kept): boolean => rememberOwn(name, kept)
export const forgetKept = (name: string): void => forgetOwn(name)
