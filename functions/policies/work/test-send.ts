/** What is written, sent to its writer alone as its people would get it. */
import { notify } from '../../core/io/notices/notify'
import type { Tx } from '../../core/io/store/transaction'
import type { PolicyText } from '../collections'
import { notices } from '../data/notices'
import { factsOf } from './tell'

export const sendTest = (
  tx: Tx,
  { accountId, text }: { readonly accountId: string; readonly text: PolicyText },
): void => notify(tx, { notice: notices.test, accountId, facts: factsOf(text), about: null })
