/** Whether an entry won in its day's instant draw. */
import type { EntryDoc } from '../collections'

export const wonAtOnce = ({ instant }: Pick<EntryDoc, 'instant'>): boolean => (instant?.tier ?? null) !== null
