/** A claimed taxpayer was verified: what stands in its ledger counts for the verified one from here on. */
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import { ledgers } from '../collections'
import { emptyLedger, folded } from '../rules/ledger'
import { keepLedger, movedLedger, openLedger } from './ledger'

/** Idempotent: a folded ledger is empty and points to where it went. */
export const foldLedger = async (services: Services, from: string, to: string): Promise<boolean> =>
  from === to
    ? false
    : transact(services, async (tx) => {
        const claimed = await tx.get(ledgers, from)
        if (claimed?.movedTo) return false
        const { key, ledger } = await openLedger(tx, to)
        if (key === from) return false
        keepLedger(tx, key, folded(ledger, claimed ?? emptyLedger))
        tx.put(ledgers, from, movedLedger(key, tx.now))
        return true
      })
