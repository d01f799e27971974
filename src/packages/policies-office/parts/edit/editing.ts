/** What the fields of the editor share: the draft, what is wrong with it, and how it is changed. */
import { createContext, useContext } from 'react'
import type { Draft } from '../../model/draft'
import type { Problem } from '../../model/problems'

export interface Editing {
  readonly draft: Draft
  readonly problems: readonly Problem[]
  /** English fields stand beside the Chinese ones. */
  readonly english: boolean
  /** Problems are told at this field: it was left, or saving was tried. */
  readonly isTold: (path: string) => boolean
  readonly leave: (path: string) => void
  readonly set: (change: Partial<Draft>) => void
}

export const EditingContext = createContext<Editing | undefined>(undefined)

/** @throws Error outside the editor */
export const useEditing = (): Editing => {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('outside the editor')
  return editing
}
