/** Entries written as `enter` leaves them, more than anybody could enter in a test. */
import type { Change } from '../../../functions/core/io/store/contract'
import { dayOf } from '../../../functions/core/pure/time'
import { lotteryEntries, type EntryDoc } from '../../../functions/lottery/collections'
import { numberAt } from '../../../functions/lottery/work/enter'
import { CAMPAIGN, type World } from './world'

/** What a test cares for. */
export interface Written {
  readonly at: number
  readonly person: string
  readonly total: number | null
  readonly seller?: string | null
  /** Last digits of the number. */
  readonly number: number
}

const docOf = (
  world: World,
  id: string,
  { at, person, total, seller = null, number }: Written,
): EntryDoc => ({
  v: 1,
  campaign: CAMPAIGN,
  owner: '',
  taxpayerId: person,
  subject: person,
  invoiceId: `iv_${id.slice(3)}`,
  ticket: '0'.repeat(64),
  holder: '0'.repeat(64),
  salt: '',
  total,
  issuedOn: dayOf(at),
  issuedAt: null,
  seller,
  number: world.services.vault.own.seal(
    numberAt(id),
    JSON.stringify(['', `26352000009${String(number).padStart(9, '0')}`]),
  ),
  at,
  instant: null,
  doubts: [],
  excluded: null,
})

export const entryAt = (place: number): string => `en_${String(place).padStart(32, '0')}`

/** Changes of one commit. */
const AT_ONCE = 40

export const writeEntries = async (world: World, entries: readonly Written[]): Promise<void> => {
  const changes = entries.map((entry, place): Change => {
    const id = entryAt(place)
    return { op: 'insert', collection: lotteryEntries.name, id, doc: docOf(world, id, entry) }
  })
  for (let first = 0; first < changes.length; first += AT_ONCE)
    await world.services.store.commit(changes.slice(first, first + AT_ONCE))
}
