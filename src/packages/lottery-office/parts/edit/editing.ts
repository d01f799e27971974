/** What every item of the editor is given: the draft, what is wrong where, and how to change it. */
import { createContext, useContext } from 'react'
import type { Day } from '../../../../../functions/core/pure/time'
import type { Problem } from '../../model/problems'
import type { Draft, Json } from '../../model/tree'

export interface Editing {
  readonly draft: Draft
  readonly today: Day
  readonly problems: readonly Problem[]
  /** Where somebody wants to be led: rows that hold it are open. */
  readonly reach: string | undefined
  readonly set: (path: string, value: Json) => void
  readonly replace: (draft: Draft) => void
}

const NONE: Editing = {
  draft: {},
  today: '1970-01-01',
  problems: [],
  reach: undefined,
  set: () => undefined,
  replace: () => undefined,
}

export const EditingContext = createContext<Editing>(NONE)
export const useEditing = (): Editing => useContext(EditingContext)

/** Of an item’s control; a path’s dots are no part of an id. */
export const idOf = (path: string): string => `at-${path.replace(/\./g, '-')}`
