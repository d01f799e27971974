/** What `subscriptions` offers: what a person wants to be told, and the sending of it. */
import { choicesContract } from './contract-choices'
import { consentsContract } from './contract-consents'
import { contactsContract } from './contract-contacts'
import { operatorsContract } from './contract-operators'

export { errors } from './data/errors'

export const contract = {
  ...choicesContract,
  ...contactsContract,
  ...consentsContract,
  ...operatorsContract,
}
