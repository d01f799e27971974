/** What answers for `lottery`: a handler for each procedure of the contract. */
import * as draws from './draws'
import * as entries from './entries'
import * as operator from './operator'
import * as prizes from './prizes'

export const router = { ...entries, ...draws, ...prizes, ...operator }
