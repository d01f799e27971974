/** What answers for `lottery`: a handler for each procedure of the contract. */
import * as draws from './draws'
import * as entries from './entries'
import * as jobs from './jobs'
import * as operator from './operator'
import * as parties from './parties'
import * as prizes from './prizes'
import * as review from './review'

export const router = {
  ...entries,
  ...draws,
  ...prizes,
  ...operator,
  ...parties,
  ...review,
  ...jobs,
}
