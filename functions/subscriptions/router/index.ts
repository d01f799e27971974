/** What answers for `subscriptions`: a handler for each procedure of the contract. */
import { choicesRouter } from './choices'
import { consentsRouter } from './consents'
import { contactsRouter } from './contacts'
import { operatorsRouter } from './operators'
import { whyRouter } from './why'

export const router = {
  ...choicesRouter,
  ...whyRouter,
  ...contactsRouter,
  ...consentsRouter,
  ...operatorsRouter,
}
