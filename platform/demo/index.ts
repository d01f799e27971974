/** The demonstration: its data, and the people one can be. Imported by `npm start` only. */
import { contract } from './contract'
import { seedMissed } from './missed'
import { router } from './router'
import { startRehearsal } from './rehearsal'
import { seed } from './seed'

export const demo = {
  functions: { accounts: { contract, router } },
  seed,
  past: seedMissed,
  rehearse: startRehearsal,
}
