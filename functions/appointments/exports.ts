/** What an export tells a person of their appointments. */
import type { ExportSection } from '../accounts/public'
import { reader } from '../core/io/store/reader'
import { appointments, ledgers } from './collections'

/** Every appointment of the account, and the ledgers they count in. */
export const exportSection: ExportSection = {
  name: 'appointments',
  documents: async ({ store }, { accountId, taxpayerIds }) => {
    const found: Readonly<Record<string, unknown>>[] = []
    const keys = new Set<string>()
    let after: string | undefined
    do {
      const page = await reader(store).query(appointments, {
        index: 'account',
        where: { accountId },
        ...(after === undefined ? {} : { after }),
      })
      page.items.forEach(({ id, doc: { ledgerKey, v: _version, ...doc } }) => {
        found.push({ id, ...doc })
        // An agent's own export does not tell what else its client has booked.
        if (taxpayerIds.includes(doc.taxpayerId)) keys.add(ledgerKey)
      })
      after = page.next
    } while (after !== undefined)
    const counted = await reader(store).getMany(ledgers, [...keys])
    return [
      ...found,
      ...counted.flatMap((doc) => (doc ? [{ cancellations: doc.cancellations, noShows: doc.noShows }] : [])),
    ]
  },
}
