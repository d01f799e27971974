/** Names of what is kept, each made of what it is about: the same whoever asks, and however often. */
import type { Services } from '../../core/io/context'
import type { Where } from '../../core/io/security/contract'
import type { Day } from '../../core/pure/time'

/** One wait for each slot and place where a taxpayer counts. */
export const waitIdOf = (
  { vault }: Pick<Services, 'vault'>,
  { lineId, ledgerKey }: { readonly lineId: string; readonly ledgerKey: string },
): string => `wt_${vault.pseudonym('wait', `${lineId}|${ledgerKey}`)}`

/** What keeps a seat for a wait at its place: another each time that it stands in the line. Never an appointment's id. */
export const keptIdOf = (waitId: string, place: number): string => `wk_${waitId.slice(3)}_${place}`

/** A hall has one ballot a day: `<hall>.<YYYYMMDD>`. */
export const ballotIdOf = (hallId: string, day: Day): string => `${hallId}.${day.replace(/-/g, '')}`

/** Where a ballot's seed is sealed until it is drawn. */
export const seedPlace = (ballotId: string): Where => `ballots|${ballotId}|seed`

export const listIdOf = (slot: string, page: number): string => `${slot}.${String(page).padStart(4, '0')}`
