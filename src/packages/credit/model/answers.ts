/** The answers of `credit` that these screens name, taken from its contract so that they cannot drift. */
import type { Output } from '../../../client/api'

export type Mine = Output<'credit', 'mine'>
export type NoShow = Mine['noShows'][number]
export type Cancellation = Mine['cancellations'][number]
export type Limit = Mine['limits']['noShows']
export type Appeal = Output<'credit', 'get'>['appeal']
export type AppealRow = Output<'credit', 'appeals'>['items'][number]
export type AppealState = Appeal['state']
