/** Which window an officer works at, and how the hall's windows stand. */
import { WINDOW } from '../../../../functions/queue/rules/fields'
import { recallOwn, rememberOwn } from '../../../client/own'
import type { DeskWindow } from './answers'

const nameOf = (hallId: string): string => `hall-desk:window:${hallId}`

/** The one that was worked at last on this device. */
export const recallWindow = (hallId: string): string | undefined => {
  const kept = recallOwn(nameOf(hallId))
  return typeof kept === 'string' && WINDOW.test(kept) ? kept : undefined
}
export const rememberWindow = (hallId: string, window: string): void => {
  rememberOwn(nameOf(hallId), window)
}

/** What was chosen; else the one that is the caller's, so that a reload goes on where it was; else nothing. */
export const windowToShow = (
  windows: readonly DeskWindow[],
  chosen: string | undefined,
): DeskWindow | undefined =>
  windows.find(({ window }) => window === chosen) ?? windows.find(({ mine }) => mine)

/** Of somebody else, and open: opening it takes it over. */
export const isOthers = ({ state, mine }: Pick<DeskWindow, 'state' | 'mine'>): boolean =>
  state !== 'closed' && !mine
